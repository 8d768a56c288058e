import type { Ms } from '../../shared/units.js'
import { fnv1a } from '../lib/fnv-1a.js'
import type { RawEvent } from '../lib/parse-recording.js'
import { type Recording, toRecording } from '../lib/recordings.js'
import { type Delivery, drawDelivery, drawGrain } from './deliver-moves.js'
import { drawHabits, type Habits } from './draw-habits.js'
import { drawTick } from './draw-tick.js'
import { pathKinds } from './index.js'
import type { Movement, PathKind, Point } from './path-kind.js'
import { type Dice, startDice } from './start-dice.js'

/** The `source` of every visit made here. */
export const SYNTHETIC = 'synthetic'
const SHORTEST: Ms = 10_000
const LONGEST: Ms = 40_000

const pressRows = (t: Ms, { x, y }: Point, hold: Ms): RawEvent[] => [
  ['d', t, x, y],
  ['u', t + hold, x, y],
  ['c', t + hold, x, y],
]

function wheelRows(from: Ms, { x }: Point, { notch }: Habits, { integer, chance }: Dice): RawEvent[] {
  const direction = chance(0.8) ? 1 : -1
  let t = from
  return Array.from({ length: integer(2, 9) }, () => {
    t += notch()
    return ['s', t, x, direction, 'notch']
  })
}

/** One after another: a movement, perhaps a press, perhaps some notches of the wheel, a rest. */
function perform(movement: Movement, deliver: Delivery, habits: Habits, dice: Dice): RawEvent[] {
  const rows: RawEvent[] = []
  const end = dice.uniform(SHORTEST, LONGEST)
  let [at, t] = [habits.target({ x: 0, y: 0 }), 0]
  while (t < end) {
    const to = habits.target(at)
    const moves = movement(at, to).map((point) => ({ ...point, t: t + point.t }))
    for (const move of deliver(moves)) rows.push(['m', move.t, move.x, move.y])
    t = moves.at(-1)?.t ?? t
    if (dice.chance(habits.pressShare)) rows.push(...pressRows(t + habits.hover(), to, habits.hold()))
    t = Math.max(t, rows.at(-1)?.[1] ?? t)
    if (dice.chance(habits.wheelShare)) rows.push(...wheelRows(t + habits.rest(), to, habits, dice))
    t = Math.max(t, rows.at(-1)?.[1] ?? t) + habits.rest()
    at = to
  }
  return rows
}

/** @param index which bot of the kind; the same one is the same each time */
function makeVisit(kind: PathKind, index: number, seed: number): Recording {
  // Dice of its own for each bot.
  const dice = startDice(fnv1a(`${kind.id} ${index} ${seed}`))
  const rows = perform(kind.draw(dice, drawTick(dice)), drawDelivery(dice), drawHabits(dice), dice)
  const [start, grain] = [rows[0]?.[1] ?? 0, drawGrain(dice)]
  const events = rows.map(([type, t, ...rest]): RawEvent => [type, grain(t - start), ...rest])
  const id = `${kind.id}/${seed}/${index}`
  return toRecording({ source: SYNTHETIC, label: 'bot', kind: kind.id, id, user: id, device: 'mouse', events })
}

/**
 * Bots that were never recorded: visits of 10 to 40 s with a mouse, `count` of each kind, every one with settings, habits, a clock
 * and a recorder of its own. The same `seed` makes the same visits.
 */
export function* makeVisits(count: number, seed = 1, kinds: readonly PathKind[] = pathKinds): Generator<Recording> {
  for (const kind of kinds) for (let index = 0; index < count; index++) yield makeVisit(kind, index, seed)
}
