import type { InputEvent } from '../input-event.js'

/** How much was seen: the ground on which every feature stands, sent beside them so that the server can check one against the other. */
export interface Tally {
  /** Whole ms from the collector's start to this reading. */
  readonly elapsed: number
  readonly moves: number
  readonly presses: number
  readonly releases: number
  readonly clicks: number
  readonly wheels: number
  readonly scrolls: number
  readonly keys: number
  readonly inputs: number
  readonly pastes: number
  readonly submits: number
  readonly focuses: number
  readonly hides: number
  /** Events of the above that a script made (`isTrusted` false). They count here only. */
  readonly untrusted: number
  /** Events that came before somebody could listen, and were too many to be kept. They count nowhere else. */
  readonly lost: number
}

/** The wire's order: append only, once 0.1.0 is released (`wire/vectors/order.json` holds it). */
export const tallyKeys = [
  'elapsed',
  'moves',
  'presses',
  'releases',
  'clicks',
  'wheels',
  'scrolls',
  'keys',
  'inputs',
  'pastes',
  'submits',
  'focuses',
  'hides',
  'untrusted',
  'lost',
] as const satisfies readonly (keyof Tally)[]

type Counter = Exclude<keyof Tally, 'elapsed'>

const counterOf: Partial<Record<InputEvent['kind'], Counter>> = {
  move: 'moves',
  down: 'presses',
  up: 'releases',
  click: 'clicks',
  wheel: 'wheels',
  scroll: 'scrolls',
  'key-down': 'keys',
  input: 'inputs',
  submit: 'submits',
  focus: 'focuses',
  hide: 'hides',
}

/** Counts events. Not a feature: it has no range and no weight. */
export function startTally(): { push(event: InputEvent): void; lose(count: number): void; read(elapsed: number): Tally } {
  const counts = Object.fromEntries(tallyKeys.map((key) => [key, 0])) as Record<Counter, number>
  return {
    push(event) {
      const counter = counterOf[event.kind]
      if (!counter) return
      counts[event.trusted ? counter : 'untrusted']++
      if (event.trusted && event.kind === 'input' && event.cause === 'paste') counts.pastes++
    },
    lose(count) {
      counts.lost += count
    },
    read: (elapsed) => ({ ...counts, elapsed: Math.round(elapsed) }),
  }
}
