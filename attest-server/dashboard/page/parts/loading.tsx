import type { ComponentChildren } from 'preact'
import type { ApiError } from '../api.js'
import type { Loaded } from '../use-load.js'

/** What can be done about a fault, where there is something. */
const advice: Readonly<Record<string, string>> = {
  unreachable: 'Nothing was lost. Try again in a moment.',
  'rate-limited': 'Too much was asked at once.',
  forbidden: 'This project is not your account’s. Choose another one in the navigation.',
  'not-found': 'It may have been removed, or its time to be kept is over.',
  unexpected: 'A proxy between here and the server may have answered in its place.',
}

/** Says what went wrong and what to do next; read out as soon as it is there. */
export function Fault({ fault, retry }: { fault: ApiError; retry?: () => void }) {
  const wait = fault.retryAfter ? ` Another try makes sense in ${fault.retryAfter} s.` : ''
  return (
    <div class="fault" role="alert">
      <p>
        <strong>{fault.message}</strong> {advice[fault.code]}
        {wait} <code class="code">{fault.code}</code>
      </p>
      {retry && (
        <button type="button" class="quiet" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  )
}

interface WhenLoadedProps<T> {
  readonly loaded: Loaded<T>
  /** rem that the content will about take, so that nothing below it jumps. */
  readonly room?: number
  readonly children: (data: T) => ComponentChildren
}

/** What was loaded; until then the room that it will take. */
export function WhenLoaded<T>({ loaded, room = 12, children }: WhenLoadedProps<T>) {
  const { data, fault, reload } = loaded
  return (
    <>
      {fault && <Fault fault={fault} retry={reload} />}
      {data !== undefined && children(data)}
      {data === undefined && !fault && (
        <div class="loading" style={{ minHeight: `${room}rem` }} role="status">
          <span>Loading …</span>
        </div>
      )}
    </>
  )
}

/** Nothing there yet, and what makes something be there. */
export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {children}
    </div>
  )
}
