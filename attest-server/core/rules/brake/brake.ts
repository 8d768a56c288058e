import type { Probability, Share } from '../../../../shared/units.js'
import type { Action } from '../../../../shared/wire/verdict.js'
import { binomialBounds } from './binomial-bounds.js'

/** What was decided before the change. */
export interface Baseline {
  readonly decided: number
  readonly blocked: number
}

/** What is decided with the change in force, or would be where it is braked. `byChange` ≤ `blocked` ≤ `decided`. */
export interface Counts extends Baseline {
  /** Blocked sessions that what was in force before would not have blocked. */
  readonly byChange: number
}

/** One session as `before` the change decides it, and as `after` does: both are asked, as long as a change is new. */
export const countOf = (before: Action, after: Action): Counts => ({
  decided: 1,
  blocked: after === 'block' ? 1 : 0,
  byChange: after === 'block' && before !== 'block' ? 1 : 0,
})

export interface BrakeLimits {
  /** Of braking a change that blocks no larger share than was blocked before, however often it is looked at. */
  readonly risk: Probability
  /** Nothing is concluded from less. */
  readonly leastDecided: number
  readonly leastBlocked: number
  /** With less of a past than this, the past share is taken to be at most `assumedShare`. */
  readonly leastBaseline: number
  readonly assumedShare: Share
  /** A jump multiplies the odds of being blocked by at least this, and ... */
  readonly oddsRatio: number
  /** ... adds at least this to the share. The change itself must block at least this share, too. */
  readonly margin: Share
  /** A change that has not jumped after so many decisions is no longer new. */
  readonly settleAfter: number
  /** After so many, only a person lets the change go on. */
  readonly mostTrips: number
}

export const defaultBrakeLimits: BrakeLimits = {
  risk: 0.01,
  leastDecided: 50,
  leastBlocked: 10,
  leastBaseline: 200,
  assumedShare: 0.25,
  oddsRatio: 2,
  margin: 0.01,
  settleAfter: 10_000,
  mostTrips: 3,
}

/** What a jump was seen by. */
export interface Jump {
  readonly counts: Counts
  /** The least that the share of blocks is now. */
  readonly shareFrom: Share
  /** The most that it was before. */
  readonly baselineTo: Share
  /** What it would have had to stay below. */
  readonly threshold: Share
  /** For people. */
  readonly why: string
}

/**
 * `watching`: the change is in force, and new. `braked`: it is only observed. `settled`: it is in force, and not new any more. Plain data:
 * it can be stored, and shared between processes.
 */
export interface BrakeState {
  readonly phase: 'watching' | 'braked' | 'settled'
  readonly baseline: Baseline
  /** Since the phase began. */
  readonly window: Counts
  /** Looks at the counts so far, over all phases: each costs a part of the risk. */
  readonly looks: number
  /** The next look, in decisions of the window. */
  readonly nextLook: number
  readonly trips: number
  /** The last one. */
  readonly jump?: Jump
}

const NOTHING: Counts = { decided: 0, blocked: 0, byChange: 0 }
/** Looks are this far apart, as a factor of the decisions: few of them, and none much too late. */
const LOOK_GROWTH = 1.2

/** @param baseline decisions of a time before the change that is like the one after it: a week, or the last 10,000. */
export const startBrake = (baseline: Baseline, limits: BrakeLimits = defaultBrakeLimits): BrakeState => ({
  phase: 'watching',
  baseline,
  window: NOTHING,
  looks: 0,
  nextLook: limits.leastDecided,
  trips: 0,
})

/** A person has looked at it, and wants the change as it is. */
export const settleBrake = (state: BrakeState): BrakeState => ({ ...state, phase: 'settled', window: NOTHING })

/** Whether the change is in force. */
export const isEnforced = ({ phase }: BrakeState): boolean => phase !== 'braked'

interface Levels {
  readonly baselineTo: Share
  readonly trip: Share
  /** Half-way down, in odds: what trips is not let go by a little less. */
  readonly release: Share
}

const oddsOf = (share: Share): number => share / (1 - share)
const shareOf = (odds: number): Share => (Number.isFinite(odds) ? odds / (1 + odds) : 1)

function levelsOf({ decided, blocked }: Baseline, limits: BrakeLimits): Levels {
  const baselineTo = decided < limits.leastBaseline ? limits.assumedShare : binomialBounds(blocked, decided, limits.risk / 2).upper
  const trip = Math.max(shareOf(oddsOf(baselineTo) * limits.oddsRatio), Math.min(1, baselineTo + limits.margin))
  return { baselineTo, trip, release: shareOf(Math.sqrt(oddsOf(baselineTo) * oddsOf(trip))) }
}

/** Parts of the risk that add up to half of it over endlessly many looks; the other half is the baseline's. */
const riskOf = (look: number, { risk }: BrakeLimits): Probability => risk / 2 / ((look + 1) * (look + 2))

const percent = (share: Share): string => `${(100 * share).toFixed(1)} %`

function jumpOf(counts: Counts, shareFrom: Share, { baselineTo, trip }: Levels): Jump {
  const { decided, blocked, byChange } = counts
  const since = `Since the change, ${blocked} of ${decided} sessions are blocked, ${byChange} of them by the change`
  const why = `${since}: at least ${percent(shareFrom)}, where at most ${percent(baselineTo)} were before. It is only observed until that falls or a person confirms it.`
  return { counts, shareFrom, baselineTo, threshold: trip, why }
}

/** A jump is a share that surely is above the level, and a change that surely blocks its part: an attack that other rules catch brakes nothing. */
function findJump(counts: Counts, levels: Levels, risk: Probability, limits: BrakeLimits): Jump | undefined {
  const { decided, blocked, byChange } = counts
  if (blocked < limits.leastBlocked) return undefined
  const { lower } = binomialBounds(blocked, decided, risk)
  const isByChange = binomialBounds(byChange, decided, risk).lower > limits.margin
  return lower > levels.trip && isByChange ? jumpOf(counts, lower, levels) : undefined
}

/** What a look at a braked change makes of it: surely over, surely not, or neither yet. Both of what makes a jump are held against their lower levels. */
function trendOf({ decided, blocked, byChange }: Counts, { release }: Levels, risk: Probability, { margin }: BrakeLimits) {
  const [share, part] = [binomialBounds(blocked, decided, risk), binomialBounds(byChange, decided, risk)]
  if (share.upper < release || part.upper < margin / 2) return 'over'
  return share.lower > release && part.lower > margin / 2 ? 'on' : 'unclear'
}

const afresh = (limits: BrakeLimits) => ({ window: NOTHING, nextLook: limits.leastDecided })

function lookWhileWatching(state: BrakeState, levels: Levels, risk: Probability, limits: BrakeLimits): BrakeState {
  const jump = findJump(state.window, levels, risk, limits)
  if (jump) return { ...state, ...afresh(limits), phase: 'braked', trips: state.trips + 1, jump }
  return state.window.decided >= limits.settleAfter ? { ...state, phase: 'settled' } : state
}

function lookWhileBraked(state: BrakeState, levels: Levels, risk: Probability, limits: BrakeLimits): BrakeState {
  const trend = trendOf(state.window, levels, risk, limits)
  if (trend === 'over' && state.trips < limits.mostTrips) return { ...state, ...afresh(limits), phase: 'watching' }
  // Where it surely goes on, counting begins anew: what is behind must not hide its end.
  return trend === 'on' || state.window.decided >= limits.settleAfter ? { ...state, ...afresh(limits) } : state
}

function look(state: BrakeState, limits: BrakeLimits): BrakeState {
  const [levels, risk] = [levelsOf(state.baseline, limits), riskOf(state.looks, limits)]
  const looked = { ...state, looks: state.looks + 1, nextLook: Math.ceil(state.window.decided * LOOK_GROWTH) }
  return state.phase === 'watching' ? lookWhileWatching(looked, levels, risk, limits) : lookWhileBraked(looked, levels, risk, limits)
}

/**
 * Counts decisions, and looks at them when there are enough more. Pure: whoever keeps the state replaces it with what comes back. While it is
 * braked, go on counting what would be decided with the change in force.
 * @param more since the last call: one decision or many, of all processes
 */
export function advanceBrake(state: BrakeState, more: Counts, limits: BrakeLimits = defaultBrakeLimits): BrakeState {
  if (state.phase === 'settled') return state
  const { decided, blocked, byChange } = state.window
  const window = { decided: decided + more.decided, blocked: blocked + more.blocked, byChange: byChange + more.byChange }
  const counted = { ...state, window }
  return window.decided >= Math.min(state.nextLook, limits.settleAfter) ? look(counted, limits) : counted
}
