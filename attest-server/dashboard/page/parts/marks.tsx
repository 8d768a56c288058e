import type { Action } from '../../wire/sessions.js'
import { count, fromNow, percent, toMoment } from '../words/format.js'
import { actionWords } from '../words/names.js'

/** Drawn in words and a shape besides the colour: ✓ through, ? asked, ✕ out. */
const shapes: Readonly<Record<Action, string>> = {
  allow: 'm3.500 8.500 3 3 6-7',
  challenge: 'M5.500 6a2.500 2.500 0 1 1 3.700 2.200C8.400 8.600 8 9 8 9.900M8 12.300v.2',
  block: 'm4.500 4.500 7 7m0-7-7 7',
}

export function ActionMark({ action, words }: { action: Action; words?: string }) {
  return (
    <span class={`action ${action}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={shapes[action]} />
      </svg>
      {words ?? actionWords[action]}
    </span>
  )
}

type Tone = 'plain' | 'good' | 'warn' | 'bad'

/** A state in a word. */
export function Badge({ tone = 'plain', children }: { tone?: Tone; children: string }) {
  return <span class={`badge ${tone}`}>{children}</span>
}

/** A moment with its zone; how long ago it is stands in the hint. */
export function Time({ at }: { at: string }) {
  return (
    <time dateTime={at} title={fromNow(Date.parse(at), Date.now())}>
      {toMoment(at)}
    </time>
  )
}

/** A number and what it counts. */
export function Figure({ value, label, note }: { value: number | string; label: string; note?: string }) {
  return (
    <div class="figure">
      <dt>{label}</dt>
      <dd>
        <strong>{typeof value === 'number' ? count(value) : value}</strong>
        {note && <span>{note}</span>}
      </dd>
    </div>
  )
}

/** How surely it is a program, as a number and as a short bar. */
export function Likelihood({ posterior }: { posterior: number }) {
  return (
    <span class="likelihood">
      <span class="likelihood-bar" aria-hidden="true">
        <span style={{ width: `${100 * posterior}%` }} />
      </span>
      {percent(posterior)}
    </span>
  )
}
