import { type Tally, tallyKeys } from '../../../shared/features/reading/tally.js'
import { err, ok, type Result } from '../../../shared/result.js'
import type { Ms } from '../../../shared/units.js'
import type { Rejection } from '../rejection.js'

/** 60 days: no tab lives longer without being reloaded, and no honest counter runs further. */
const LONGEST: Ms = 60 * 86_400_000
/** @param backlog events that the browser had queued when the collector started */
interface Limit {
  readonly perMs: number
  readonly backlog: number
}

/** Events in each ms that no hardware exceeds: 8 kHz mice are the fastest, and browsers merge their samples. */
const STREAM: Limit = { perMs: 10, backlog: 1000 }
/** Keys that are held down repeat 30 times a second: 8 seconds of a page that is busy loading. Scanners type a key in each ms. */
const KEYS: Limit = { perMs: 1, backlog: 256 }
/** What fingers do one by one, even in anger, and what comes of it. */
const DEEDS: Limit = { perMs: 1, backlog: 64 }

/** Where it is not a stream. Scrolls, focuses, inputs and what scripts make come in as many as a script makes of them. */
const limits: Readonly<Partial<Record<keyof Tally, Limit>>> = { keys: KEYS, presses: DEEDS, clicks: DEEDS, submits: DEEDS }

const isInTime = (key: keyof Tally, count: number, elapsed: Ms): boolean => {
  const { perMs, backlog } = limits[key] ?? STREAM
  return count <= perMs * elapsed + backlog
}
/** Buttons that went down outside of the page, or before the collector started, come up in it. */
const STRAY_RELEASES = 64

/** Arithmetic that holds for every honest session, as `startTally` counts. Each rule says what must be true. */
const rules: Readonly<Record<string, (tally: Tally) => boolean>> = {
  'elapsed at most 60 days': ({ elapsed }) => elapsed <= LONGEST,
  // A paste is an input that was pasted: counted in both.
  'pastes within inputs': ({ pastes, inputs }) => pastes <= inputs,
  // Presses may lack their release (a touch that became a scroll), releases may lack their press, but not most of them.
  'releases follow presses': ({ presses, releases }) => releases <= 2 * presses + STRAY_RELEASES,
  'events within their time': (tally) => tallyKeys.every((key) => key === 'elapsed' || isInTime(key, tally[key], tally.elapsed)),
}

/** @param wire in the order of `tallyKeys`. What a collector with an older card does not count yet is 0: no rule may need it. */
export function checkTally(wire: readonly number[]): Result<Tally, Rejection> {
  const tally = Object.fromEntries(tallyKeys.map((key, i) => [key, wire[i] ?? 0])) as unknown as Tally
  const broken = Object.entries(rules).find(([, holds]) => !holds(tally))
  return broken ? err({ reason: 'tally-impossible', rule: broken[0] }) : ok(tally)
}
