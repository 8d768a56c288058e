import type { Tally } from '../../../shared/features/reading/tally.js'
import type { EpochSeconds, Ms, Seconds } from '../../../shared/units.js'
import type { Counters } from '../../stores/ports.js'

/** Visits that are added up. */
const WINDOW: Seconds = 600
/** Clocks are read late, and a page may have been open before its collector counted. */
const SLACK: Seconds = 5

/**
 * What one of these takes at least: mice report at most 1,000 times a second to pages, keys that are held down repeat at most 100 times,
 * and a finger needs longer for a press. People take many times that.
 */
const LEAST: Readonly<Partial<Record<keyof Tally, Ms>>> = { moves: 1, keys: 10, presses: 30 }

const leastOf = (tally: Tally): Ms => Object.entries(LEAST).reduce((sum, [key, each]) => sum + tally[key as keyof Tally] * each, 0)

/** What of one visit is looked at. */
export interface InputStep {
  readonly tally: Tally
  /** A name for the key. */
  readonly key: string
  /** A name for the session. */
  readonly session: string
}

/**
 * How many people would have to give input at once for what one key says. Many tabs may be open, but only one has input at a time: all visits that
 * lie wholly within a span of time cannot have had more input than the span is long. Visits count that began in the ten minutes that are running;
 * of a session that says more later, what is new.
 * @returns seconds of input at least, for each second since the window began: at most 1 for one person.
 */
export async function overlapOf({ tally, key, session }: InputStep, counters: Counters, now: EpochSeconds): Promise<number> {
  const begun = Math.floor(now / WINDOW) * WINDOW
  const least = leastOf(tally)
  const isWithin = now - tally.elapsed / 1000 >= begun
  const all = `key-input:${key}`
  if (!isWithin || least === 0) return (await counters.read(all, WINDOW, now)) / 1000 / (now - begun + SLACK)
  const own = `${all}:${session}`
  const fresh = Math.max(0, least - (await counters.read(own, WINDOW, now)))
  await counters.take(own, fresh, Infinity, WINDOW, now)
  const { used } = await counters.take(all, fresh, Infinity, WINDOW, now)
  return used / 1000 / (now - begun + SLACK)
}
