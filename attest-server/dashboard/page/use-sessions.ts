import { useEffect, useState } from 'preact/hooks'
import type { ListedSession, SessionList } from '../wire/sessions.js'
import { type ApiError, ask, ofProject, toApiError } from './api.js'
import { announce } from './parts/announce.js'
import { counted } from './words/format.js'

/** ms between two looks for new ones. */
const PACE = 3000
/** As many as a page keeps: more would only be scrolled past, and make it slow. */
const MOST = 1000

type Filter = Readonly<Record<string, string | undefined>>

interface State {
  readonly key: string
  readonly sessions: readonly ListedSession[]
  /** Came since, and are not shown yet: a list that is being read does not move. */
  readonly waiting: readonly ListedSession[]
  readonly next: string | null
  readonly newest: string | null
  readonly fault?: ApiError | undefined
  readonly isLoading: boolean
}

const nothing = (key: string): State => ({ key, sessions: [], waiting: [], next: null, newest: null, isLoading: true })

/** Newer ones in front, each once. */
export function merge(newer: readonly ListedSession[], older: readonly ListedSession[]): readonly ListedSession[] {
  const known = new Set(newer.map(({ jti }) => jti))
  return [...newer, ...older.filter(({ jti }) => !known.has(jti))].slice(0, MOST)
}

/**
 * The newest sessions, older ones on demand, and what came since.
 *
 * @param isLive whether to look for new ones
 */
export function useSessions(project: string, filter: Filter, isLive: boolean) {
  const search = new URLSearchParams(Object.entries(filter).flatMap(([name, value]) => (value ? [[name, value]] : []))).toString()
  const key = `${ofProject(project, 'sessions')}?${search}`
  const [kept, setState] = useState<State>(() => nothing(key))
  const [turn, setTurn] = useState(0)
  const state = kept.key === key ? kept : nothing(key)

  // Once for each key, and once more for each turn.
  useEffect(() => {
    const abort = new AbortController()
    setState((before) => (before.key === key ? { ...before, isLoading: true, fault: undefined } : nothing(key)))
    ask<SessionList>('GET', key, undefined, abort.signal).then(
      ({ sessions, next, newest }) => setState({ key, sessions, waiting: [], next, newest, isLoading: false }),
      (error: unknown) => !abort.signal.aborted && setState((before) => ({ ...before, isLoading: false, fault: toApiError(error) })),
    )
    return () => abort.abort()
  }, [key, turn])

  useEffect(() => {
    if (!isLive || state.isLoading) return undefined
    const abort = new AbortController()
    const look = async () => {
      if (document.hidden) return
      const after = state.newest ? `&after=${encodeURIComponent(state.newest)}` : ''
      const { sessions, newest } = await ask<SessionList>('GET', `${key}&most=100${after}`, undefined, abort.signal)
      setState((before) => ({ ...before, fault: undefined, newest: newest ?? before.newest, waiting: merge(sessions, before.waiting) }))
    }
    const timer = setInterval(() => {
      look().catch((error: unknown) => !abort.signal.aborted && setState((before) => ({ ...before, fault: toApiError(error) })))
    }, PACE)
    return () => {
      clearInterval(timer)
      abort.abort()
    }
  }, [key, isLive, state.isLoading, state.newest])

  const more = async () => {
    setState({ ...state, isLoading: true, fault: undefined })
    try {
      const { sessions, next } = await ask<SessionList>('GET', `${key}&before=${encodeURIComponent(state.next ?? '')}`)
      setState((before) => ({ ...before, sessions: [...before.sessions, ...sessions], next, isLoading: false }))
      announce(`${counted(sessions.length, 'older verdict')} below.`)
    } catch (error) {
      setState((before) => ({ ...before, isLoading: false, fault: toApiError(error) }))
    }
  }
  const show = () => setState((before) => ({ ...before, sessions: merge(before.waiting, before.sessions), waiting: [] }))
  const fresh = state.waiting.filter(({ jti }) => !state.sessions.some((one) => one.jti === jti)).length
  return { ...state, fresh, more: () => void more(), show, reload: () => setTurn((n) => n + 1) }
}
