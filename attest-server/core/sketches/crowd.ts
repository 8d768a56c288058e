import type { EpochSeconds, Share } from '../../../shared/units.js'
import { countMarks, LEAST_MARKS, type Marks, marking } from './marks.js'

/** The latest visits of a project and action that are compared. The figures of decision 42 are for so many. */
const MOST_VISITS = 256
/** With fewer, nobody knows how much visits differ here. */
const LEAST_VISITS = 64
/** How much they differ is measured anew after so many. */
const REFIT = 32
/** Projects at the same time, and actions of each, some 80 KB an action: those that nobody came to for the longest are forgotten. Whoever makes up actions takes room of one project alone. */
const MOST_PROJECTS = 50
const MOST_ACTIONS = 4

/** Two visits are close that differ by half of what is usual here, over all values that both have. */
const CLOSE = 0.5
/** What differs more is different, by however much. */
const FAR = 2
/** Of two visits, so many values must be in both, ... */
const LEAST_SHARED = 12
/** ... and this share of those that either has. */
const SHARED: Share = 0.6
/** A mark is about one bin of a quantile: less spread is that of the bins. */
const LEAST_SPREAD = 0.5

/** A visit, under names that only this process can make: of what is erased, nothing here can be found again. */
export interface CrowdMember {
  readonly session: string
  readonly key: string | undefined
  /** Undefined where it is not known: then it counts for nobody else. */
  readonly network: string | undefined
  readonly marks: Marks
  /** When it is forgotten. */
  readonly until: EpochSeconds
}

/** What visits are compared within. */
export interface Where {
  readonly project: string
  readonly action: string
}

interface Place {
  /** The oldest first. */
  readonly visits: CrowdMember[]
  spreads: Float64Array
  since: number
}

/** The latest visits of each project and action, in this process's memory alone. */
export interface Crowds {
  /**
   * @param remember false where it must leave no trace: work was not done for it
   * @returns how many other networks have lately sent a visit of another key that is close to this one, up to 256; undefined where too little is known
   */
  meet(where: Where, member: CrowdMember, remember: boolean, now: EpochSeconds): number | undefined
}

function median(values: readonly number[]): number {
  return Float64Array.from(values).sort()[values.length >> 1] ?? Number.NaN
}

/** Of one value, the median distance from its median: how much visits differ here. NaN where hardly any has it. */
function spreadOf(visits: readonly CrowdMember[], i: number): number {
  const values = visits.map(({ marks }) => marks[i]!).filter((mark) => !Number.isNaN(mark))
  if (values.length < LEAST_SHARED) return Number.NaN
  const middle = median(values)
  return Math.max(LEAST_SPREAD, median(values.map((mark) => Math.abs(mark - middle))))
}

/**
 * How much two visits differ, in what is usual: 0 to 2.
 * @param most of all differences added: beyond it the visits count as different, however few values were looked at
 */
export function distanceOf(one: Marks, other: Marks, spreads: Float64Array, most = Number.POSITIVE_INFINITY): number {
  let [all, shared, sum] = [0, 0, 0]
  for (let i = 0; i < spreads.length && sum <= most; i++) {
    const [a, b, spread] = [one[i]!, other[i]!, spreads[i]!]
    if (Number.isNaN(spread) || (Number.isNaN(a) && Number.isNaN(b))) continue
    all++
    if (Number.isNaN(a) || Number.isNaN(b)) continue
    shared++
    sum += Math.min(FAR, Math.abs(a - b) / spread)
  }
  if (sum > most) return FAR
  return shared < LEAST_SHARED || shared < SHARED * all ? FAR : sum / shared
}

const isOther = (own: CrowdMember, one: CrowdMember): boolean =>
  one.session !== own.session && (own.key === undefined || one.key !== own.key) && one.network !== own.network

function countClose(own: CrowdMember, { visits, spreads }: Place): number {
  const networks = new Set<string>()
  // They share no more values than this one has: nearly all visits are told apart by the first few.
  const most = CLOSE * countMarks(own.marks)
  for (const one of visits) {
    if (one.network === undefined || networks.has(one.network) || !isOther(own, one)) continue
    if (distanceOf(own.marks, one.marks, spreads, most) <= CLOSE) networks.add(one.network)
  }
  return networks.size
}

function forget({ visits }: Place, now: EpochSeconds): void {
  const held = visits.findIndex(({ until }) => until > now)
  visits.splice(0, held < 0 ? visits.length : held)
}

function keep(member: CrowdMember, place: Place): void {
  place.visits.push(member)
  if (place.visits.length > MOST_VISITS) place.visits.shift()
  if (place.visits.length < LEAST_VISITS || (place.since++ % REFIT !== 0 && place.spreads.length > 0)) return
  place.spreads = Float64Array.from(marking, (_, i) => spreadOf(place.visits, i))
}

/** What stands under a name, made where there is none. Of more than so many, the one that was asked for the longest ago is forgotten. */
function latest<T>(all: Map<string, T>, name: string, most: number, make: () => T): T {
  const found = all.get(name) ?? make()
  all.delete(name)
  all.set(name, found)
  const oldest = all.keys().next()
  if (all.size > most && !oldest.done) all.delete(oldest.value)
  return found
}

const makePlace = (): Place => ({ visits: [], spreads: new Float64Array(), since: 0 })

export function createCrowds(): Crowds {
  const projects = new Map<string, Map<string, Place>>()
  const find = ({ project, action }: Where): Place =>
    latest(
      latest(projects, project, MOST_PROJECTS, () => new Map<string, Place>()),
      action,
      MOST_ACTIONS,
      makePlace,
    )

  return {
    meet(where, member, remember, now) {
      if (countMarks(member.marks) < LEAST_MARKS) return undefined
      // A question that cost nothing makes no place, and takes nobody's.
      const place = remember ? find(where) : projects.get(where.project)?.get(where.action)
      if (!place) return undefined
      forget(place, now)
      const count = place.visits.length < LEAST_VISITS ? undefined : countClose(member, place)
      if (remember) keep(member, place)
      return count
    },
  }
}
