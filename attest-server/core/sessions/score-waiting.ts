import type { EpochSeconds, Seconds } from '../../../shared/units.js'
import type { ClaimedEvent, EventInbox, LiveSessions } from '../../stores/ports.js'
import type { Judging } from './judge-session.js'
import type { Judgement } from './judged.js'
import { changeState } from './state/change-state.js'
import { foldEvents } from './state/fold-events.js'

export interface ScoreWaitingDeps {
  readonly inbox: EventInbox
  readonly liveSessions: LiveSessions
  readonly judging: Judging
  /** Lets requests have their turn between two visits. */
  readonly yieldTurn: () => Promise<void>
  /** A visit has another score: what was said of it is not to be said again. */
  readonly onRescored: (projectId: string, session: string, judgement: Judgement | undefined) => void
  /** An event that cannot be scored is left out; its numbers are not logged. */
  readonly onDropped: (why: string) => void
}

/** What is done with in one step at the end. */
const ROUND = 100
/** A worker that takes longer has died. */
const LEASE: Seconds = 30
/** An event that broke its worker so often is given up. */
const MOST_ATTEMPTS = 5

function bySession(events: readonly ClaimedEvent[]): ClaimedEvent[][] {
  const visits = new Map<string, ClaimedEvent[]>()
  for (const event of events) {
    const key = `${event.projectId} ${event.session}`
    visits.set(key, [...(visits.get(key) ?? []), event])
  }
  return [...visits.values()]
}

/** @returns whether its events are done with. */
async function scoreVisit(events: readonly ClaimedEvent[], deps: ScoreWaitingDeps, now: EpochSeconds): Promise<boolean> {
  const [{ projectId, session }] = events as [ClaimedEvent]
  const sound = events.filter(({ attempts }) => attempts <= MOST_ATTEMPTS)
  if (sound.length < events.length) deps.onDropped('attempts')
  if (sound.length === 0) return true
  let judgement: Judgement | undefined
  const outcome = await changeState(deps.liveSessions, [projectId, session], now, (state) => {
    const next = foldEvents(state, sound, deps.judging)
    judgement = next.judgement
    return next
  })
  if (outcome === 'too-large') deps.onDropped('too-large')
  if (outcome === 'kept') deps.onRescored(projectId, session, judgement)
  // Contested: the lease runs out, and they are claimed again.
  return outcome !== 'contested'
}

/**
 * Scores what waits, once. Events are leased while that takes: whoever dies on the way loses none, and those that come twice change
 * nothing. A visit that cannot be scored holds up no other.
 * @returns how many events were claimed. Rejects with the first fault, when all visits had their turn.
 */
export async function scoreWaiting(deps: ScoreWaitingDeps, now: EpochSeconds): Promise<number> {
  const claimed = await deps.inbox.claim(ROUND, now, now + LEASE)
  const done: number[] = []
  let fault: unknown
  for (const events of bySession(claimed)) {
    try {
      if (await scoreVisit(events, deps, now)) done.push(...events.map(({ id }) => id))
    } catch (error) {
      fault ??= error
    }
    await deps.yieldTurn()
  }
  if (done.length > 0) await deps.inbox.done(done)
  if (fault !== undefined) throw fault
  return claimed.length
}
