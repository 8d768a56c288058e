import { useEffect, useState } from 'preact/hooks'
import type { Visit, VisitList } from '../wire/sessions.js'
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
  readonly visits: readonly Visit[]
  /** Came since, and are not shown yet: a list that is being read does not move. */
  readonly waiting: readonly Visit[]
  readonly next: string | null
  readonly newest: string | null
  readonly fault?: ApiError | undefined
  readonly isLoading: boolean
}

const nothing = (key: string): State => ({ key, visits: [], waiting: [], next: null, newest: null, isLoading: true })

/** Newer ones in front, each once. */
export function merge(newer: readonly Visit[], older: readonly Visit[]): readonly Visit[] {
  const known = new Set(newer.map(({ jti }) => jti))
  return [...newer, ...older.filter(({ jti }) => !known.has(jti))].slice(0, MOST)
}

/**
 * The newest visits, older ones on demand, and what came since.
 *
 * @param isLive whether to look for new ones
 */
export function useVisits(project: string, filter: Filter, isLive: boolean) {
  const search = new URLSearchParams(Object.entries(filter).flatMap(([name, value]) => (value ? [[name, value]] : []))).toString()
  const key = `${ofProject(project, 'visits')}?${search}`
  const [kept, setState] = useState<State>(() => nothing(key))
  const [turn, setTurn] = useState(0)
  const state = kept.key === key ? kept : nothing(key)

  // Once for each key, and once more for each turn.
  useEffect(() => {
    const abort = new AbortController()
    setState((before) => (before.key === key ? { ...before, isLoading: true, fault: undefined } : nothing(key)))
    ask<VisitList>('GET', key, undefined, abort.signal).then(
      ({ visits, next, newest }) => setState({ key, visits, waiting: [], next, newest, isLoading: false }),
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
      const { visits, newest } = await ask<VisitList>('GET', `${key}&most=100${after}`, undefined, abort.signal)
      setState((before) => ({ ...before, fault: undefined, newest: newest ?? before.newest, waiting: merge(visits, before.waiting) }))
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
      const { visits, next } = await ask<VisitList>('GET', `${key}&before=${encodeURIComponent(state.next ?? '')}`)
      setState((before) => ({ ...before, visits: [...before.visits, ...visits], next, isLoading: false }))
      announce(`${counted(visits.length, 'older verdict')} below.`)
    } catch (error) {
      setState((before) => ({ ...before, isLoading: false, fault: toApiError(error) }))
    }
  }
  const show = () => setState((before) => ({ ...before, visits: merge(before.waiting, before.visits), waiting: [] }))
  const fresh = state.waiting.filter(({ jti }) => !state.visits.some((visit) => visit.jti === jti)).length
  return { ...state, fresh, more: () => void more(), show, reload: () => setTurn((n) => n + 1) }
}
