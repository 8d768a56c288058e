import type { EpochSeconds, Seconds } from '../../../../shared/units.js'

/** BOT-37. */
const LIFE: Seconds = 60
const MOST_SESSIONS = 20_000
/** Busts that are remembered: a read that has not ended after so many keeps nothing. */
const MOST_BUSTS = 20_000
/** Of one session: pages of a site, mostly. */
const MOST_CONTEXTS = 16
/** Letters: visitors choose them, and all of it together is 320,000 times as much. Whoever has longer ones is judged anew each time. */
const LONGEST_CONTEXT = 512

interface Entry<T> {
  readonly value: T
  readonly rev: number
  readonly until: EpochSeconds
}

/** Answers by project, session and context, each as long as the project's `rev` stands. Bounded: those that came first go first. */
export class VerdictCache<T> {
  readonly #sessions = new Map<string, Map<string, Entry<T>>>()
  /** When a session was busted last, counted in busts. */
  readonly #busted = new Map<string, number>()
  #busts = 0

  get(projectId: string, session: string, context: string, rev: number, now: EpochSeconds): T | undefined {
    const entry = this.#sessions.get(`${projectId} ${session}`)?.get(context)
    return entry && entry.rev === rev && now < entry.until ? entry.value : undefined
  }

  /** To be taken before what is kept is read, and handed to `put`: between the two a bust may have come. */
  moment(): number {
    return this.#busts
  }

  /** @param since the `moment` before the value was read: what was busted meanwhile is old, and kept out. */
  put(projectId: string, session: string, context: string, rev: number, value: T, now: EpochSeconds, since: number): void {
    const name = `${projectId} ${session}`
    const busted = this.#busted.get(name) ?? this.#busts - MOST_BUSTS
    if (context.length > LONGEST_CONTEXT || busted > since) return
    const contexts = this.#sessions.get(name) ?? new Map<string, Entry<T>>()
    contexts.delete(context)
    contexts.set(context, { value, rev, until: now + LIFE })
    dropFirst(contexts, MOST_CONTEXTS)
    this.#sessions.delete(name)
    this.#sessions.set(name, contexts)
    dropFirst(this.#sessions, MOST_SESSIONS)
  }

  /** Nothing that was said of the session is said again. */
  bust(projectId: string, session: string): void {
    const name = `${projectId} ${session}`
    this.#sessions.delete(name)
    this.#busted.delete(name)
    this.#busted.set(name, ++this.#busts)
    dropFirst(this.#busted, MOST_BUSTS)
  }
}

function dropFirst(map: Map<string, unknown>, most: number): void {
  const first = map.keys().next()
  if (map.size > most && !first.done) map.delete(first.value)
}
