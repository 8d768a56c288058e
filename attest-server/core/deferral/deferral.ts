import type { EpochSeconds, Seconds, Share } from '../../../shared/units.js'
import type { Counters } from '../../stores/ports.js'
import { draw } from '../draw.js'

const MINUTE: Seconds = 60
/** What was deferred is forgotten with the day (UTC). */
export const DEFERRAL_WINDOW: Seconds = 86_400

/** From the least to the most. */
type Bounds = readonly [number, number]

/** How many verdicts of one key, session or network are deferred in a day: forty questions climb our card, and half of all groups end later (decision 41). */
export const DEFERRED_VERDICTS: Bounds = [20, 60]
/** For how long, from the first of them on. */
export const DEFERRED_MINUTES: Bounds = [15, 60]
/** Of a project in a day, in however many networks. */
export const DEFERRED_OF_PROJECT = 10_000

export interface DeferralDeps {
  readonly counters: Counters
  /** For names that have a digest in them: no other process counts under these. */
  readonly ownCounters: Counters
  /** Names that counters may have. Its key is drawn with the process: nobody can tell beforehand what is drawn by such a name. */
  readonly digest: (text: string) => string
}

/** Whose verdict it is. */
export interface Deferred {
  readonly projectId: string
  readonly session: string
  /** Of the device key; undefined where nothing was signed. */
  readonly thumbprint: string | undefined
  /** As counters name it; undefined where it is not known. */
  readonly network: string | undefined
}

const between = ([least, most]: Bounds, draw: Share): number => least + Math.floor(draw * (most - least + 1))

/** What is drawn for a group: nothing of a verdict is in it, so that whoever asks again is not drawn for again. */
function boundsOf(group: string, { digest }: DeferralDeps) {
  const [forVerdicts, forMinutes] = draw(digest(`${group} bounds`))
  return { verdicts: between(DEFERRED_VERDICTS, forVerdicts), minutes: between(DEFERRED_MINUTES, forMinutes) }
}

const countOf = (group: string): string => `deferred:${group}`
const beginOf = (group: string): string => `deferred-from:${group}`
const ofProject = (projectId: string): string => `deferred-of:${projectId}`

/** The network alone holds whoever makes a key and a session for each question, so without it nothing would end. */
function groupsOf({ projectId, session, thumbprint, network }: Deferred, { digest }: DeferralDeps, now: EpochSeconds): readonly string[] {
  if (network === undefined) return []
  const day = Math.floor(now / DEFERRAL_WINDOW)
  const names = [`network ${network}`, `session ${session}`, ...(thumbprint === undefined ? [] : [`key ${thumbprint}`])]
  return names.map((name) => digest(`${projectId} deferral ${day} ${name}`))
}

/** Of the day, from 1 on. */
const minuteOf = (now: EpochSeconds): number => 1 + Math.floor((now % DEFERRAL_WINDOW) / MINUTE)

async function isRunning(group: string, deps: DeferralDeps, now: EpochSeconds): Promise<boolean> {
  const begun = await deps.ownCounters.read(beginOf(group), DEFERRAL_WINDOW, now)
  if (begun === 0) return true
  const { verdicts, minutes } = boundsOf(group, deps)
  const used = await deps.ownCounters.read(countOf(group), DEFERRAL_WINDOW, now)
  return used < verdicts && minuteOf(now) - begun < minutes
}

async function takeOne(group: string, deps: DeferralDeps, now: EpochSeconds): Promise<boolean> {
  const minute = minuteOf(now)
  // A counter that can be taken once holds when that was.
  await deps.ownCounters.take(beginOf(group), minute, minute, DEFERRAL_WINDOW, now)
  return (await deps.ownCounters.take(countOf(group), 1, boundsOf(group, deps).verdicts, DEFERRAL_WINDOW, now)).taken
}

/**
 * Counts one verdict that would turn its visitor away, and that nobody is to be told of yet. What has ended stays so until the day is over: for each
 * group answers turn once, and never back.
 * @returns false where the key, the session or the network has had its deferral, or the project as many as it may
 */
export async function takeDeferral(whose: Deferred, deps: DeferralDeps, now: EpochSeconds): Promise<boolean> {
  const groups = groupsOf(whose, deps, now)
  if (groups.length === 0) return false
  // All are asked before any is counted: a key that has had its deferral uses up none of its network's.
  for (const group of groups) if (!(await isRunning(group, deps, now))) return false
  const { taken } = await deps.counters.take(ofProject(whose.projectId), 1, DEFERRED_OF_PROJECT, DEFERRAL_WINDOW, now)
  if (!taken) return false
  for (const group of groups) if (!(await takeOne(group, deps, now))) return false
  return true
}

/** @returns how many verdicts of a project were deferred today */
export const readDeferred = (projectId: string, counters: Pick<Counters, 'read'>, now: EpochSeconds): Promise<number> =>
  counters.read(ofProject(projectId), DEFERRAL_WINDOW, now)
