import type { Ms } from '../../shared/units.js'
import type { TimedPoint } from './path-kind.js'
import type { Dice } from './start-dice.js'

/** Makes of the moves that a bot sends those that a recorder writes down. */
export type Delivery = (moves: readonly TimedPoint[]) => TimedPoint[]

/** Displays of 144, 120, 75, 60 and 30 Hz, and recorders that keep a move each 20 to 110 ms. 0: every move. */
const FRAMES = [0, 0, 1000 / 144, 1000 / 120, 1000 / 75, 1000 / 60, 1000 / 60, 1000 / 60, 20, 1000 / 30, 50, 100, 110] as const
/** What clocks are cut to: 5 µs and 0.1 ms in browsers, 1 ms in older ones and in logs, 16.67 ms where fingerprinting is resisted. */
const GRAINS = [0.005, 0.1, 0.1, 1, 1, 1, 1, 15.625, 1000 / 60] as const

/** The last move of each frame, as a browser merges them. */
function thin(moves: readonly TimedPoint[], frame: Ms, phase: Ms): TimedPoint[] {
  const frameOf = ({ t }: TimedPoint) => Math.floor((t + phase) / frame)
  return moves.filter((move, i) => i + 1 === moves.length || frameOf(move) !== frameOf(moves[i + 1]!))
}

const isElsewhere = (move: TimedPoint, i: number, all: readonly TimedPoint[]): boolean =>
  i === 0 || move.x !== all[i - 1]!.x || move.y !== all[i - 1]!.y

/**
 * Draws a recorder: how often it hears of moves, whether in whole pixels, and whether it hears of moves that go nowhere. Drawn for
 * every bot alike, so that no kind can be told by its recorder.
 */
export function drawDelivery({ pick, chance, uniform }: Dice): Delivery {
  const frame = pick(FRAMES)
  const [phase, whole, still] = [uniform(0, frame), chance(0.85), chance(0.3)]
  return (moves) => {
    const kept = frame ? thin(moves, frame, phase) : moves
    const placed = whole ? kept.map(({ t, x, y }) => ({ t, x: Math.round(x), y: Math.round(y) })) : [...kept]
    return still ? placed : placed.filter(isElsewhere)
  }
}

/** Draws how finely a recorder's clock tells time. @returns a time as that clock tells it */
export function drawGrain({ pick }: Dice): (t: Ms) => Ms {
  const grain = pick(GRAINS)
  return (t) => Math.round(1000 * grain * Math.floor(t / grain + 1e-9)) / 1000
}
