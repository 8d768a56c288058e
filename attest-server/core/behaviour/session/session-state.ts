import type { Ms } from '../../../../shared/units.js'
import type { PostedType } from '../events/posted-event.js'
import { type Memory, startMemory } from '../measures/memory.js'
import { layout } from './layout.js'
import type { TailEvent } from './tail-event.js'

/** Of each type, and of those that have no place here. */
export type Counts = Record<PostedType, number> & {
  /** Items that were no event of ours. */
  ignored: number
}

export interface Clock {
  /** What is added to a posted time: the session's own begins at 0 and runs on over pages whose clocks begin anew. */
  shift: Ms
  /** The latest posted time of the page, and how far the session is by it. Absent before the first event with a time. */
  posted?: Ms
  now?: Ms
}

/**
 * All that is kept of a session: plain data, of bounded size, that JSON can hold. Two posts leave the same state as one of both, where the second
 * goes on in time: whatever is folded, is folded by what the events are, and not by how they came.
 */
export interface SessionState {
  /** Lengths of the sums: a state of another list of features cannot go on. */
  readonly layout: string
  /** Sums of the collector's features, end to end; and of the measures. */
  sums: number[]
  measured: number[]
  /** Events of the collector's kinds that are not in `sums` yet: at most {@link LONGEST_TAIL}. */
  tail: TailEvent[]
  memory: Memory
  clock: Clock
  counts: Counts
  /** What fingerprints said, the most telling of each. */
  tells: Record<string, boolean | number>
  /** What its pages are for. */
  purposes: string[]
}

/** From here on, the tail is folded at the next rest; */
export const LONG_TAIL = 2048
/** and here at once. What spans a fold is measured in neither half. */
export const LONGEST_TAIL = 4096

const noCounts = (): Counts => ({
  ...{ mousemove: 0, click: 0, keydown: 0, scroll: 0, hover: 0, fingerprint: 0, page_enter: 0, page_leave: 0 },
  ignored: 0,
})

export const startSession = (): SessionState => ({
  layout: layout.name,
  sums: new Array<number>(layout.sums).fill(0),
  measured: new Array<number>(layout.measured).fill(0),
  tail: [],
  memory: startMemory(),
  clock: { shift: 0 },
  counts: noCounts(),
  tells: {},
  purposes: [],
})
