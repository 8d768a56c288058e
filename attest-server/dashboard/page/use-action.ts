import { useRef, useState } from 'preact/hooks'
import { type ApiError, toApiError } from './api.js'

export interface Acting<A extends readonly unknown[]> {
  /** Does it; while it is being done, another go is not begun. */
  readonly run: (...args: A) => void
  readonly isBusy: boolean
  readonly fault: ApiError | undefined
  /** Forgets the fault: what was wrong is being changed. */
  readonly clear: () => void
}

/** Something that is asked of the server because somebody pressed a button. */
export function useAction<A extends readonly unknown[]>(act: (...args: A) => Promise<unknown>): Acting<A> {
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<ApiError>()
  // State comes a moment late: a second press of the same moment would get through.
  const busy = useRef(false)
  const run = (...args: A) => {
    if (busy.current) return
    busy.current = true
    setBusy(true)
    setFault(undefined)
    act(...args)
      .catch((error: unknown) => setFault(toApiError(error)))
      .finally(() => {
        busy.current = false
        setBusy(false)
      })
  }
  return { run, isBusy, fault, clear: () => setFault(undefined) }
}
