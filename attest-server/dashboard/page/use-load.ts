import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { type ApiError, toApiError } from './api.js'

export interface Loaded<T> {
  /** The last that came; stays while the next is on its way, so that nothing jumps. */
  readonly data: T | undefined
  readonly fault: ApiError | undefined
  readonly isLoading: boolean
  /** Asks once more. */
  readonly reload: () => void
  /** Puts what a change answered in the place of what was loaded. */
  readonly put: (data: T) => void
}

/**
 * Loads what a view shows.
 *
 * @param key says what is asked for: another one asks anew, and forgets what was there
 */
export function useLoad<T>(key: string, load: (signal: AbortSignal) => Promise<T>): Loaded<T> {
  const [state, setState] = useState<{ key: string; data?: T | undefined; fault?: ApiError | undefined; isLoading: boolean }>({
    key,
    isLoading: true,
  })
  const [turn, setTurn] = useState(0)
  const latest = useRef(load)
  latest.current = load
  // Once for each key, and once more for each turn.
  useEffect(() => {
    const abort = new AbortController()
    setState((before) => ({ key, data: before.key === key ? before.data : undefined, isLoading: true }))
    latest.current(abort.signal).then(
      (data) => !abort.signal.aborted && setState({ key, data, isLoading: false }),
      (error: unknown) => {
        if (abort.signal.aborted) return
        setState((before) => ({ key, data: before.data, fault: toApiError(error), isLoading: false }))
      },
    )
    return () => abort.abort()
  }, [key, turn])
  const reload = useCallback(() => setTurn((n) => n + 1), [])
  const put = useCallback((data: T) => setState({ key, data, isLoading: false }), [key])
  const isCurrent = state.key === key
  return {
    data: isCurrent ? state.data : undefined,
    fault: isCurrent ? state.fault : undefined,
    isLoading: state.isLoading || !isCurrent,
    reload,
    put,
  }
}
