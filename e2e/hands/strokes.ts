import type { RecordedEvent, Recording } from './recordings.js'
import type { Point, Timed } from './timeline.js'

/** A recorded movement of the pointer from rest to a left click: positions and ms from its first move. */
export interface Stroke {
  readonly moves: readonly Sample[]
  readonly press: Sample
  /** Moves while the button was down. */
  readonly drift: readonly Sample[]
  readonly release: Sample
}

interface Sample extends Point {
  readonly t: number
}

/** A new movement starts after this long without a move, in ms. */
const REST = 600
/** A press that ends farther away than this was a drag, in px. */
const DRAG = 6

/** All strokes of at least 80 px that a person made, in the order they were made. */
export function strokesOf(recordings: readonly Recording[]): Stroke[] {
  return recordings.flatMap(({ events }) => strokesIn(events)).filter((stroke) => reach(stroke) >= 80 && stroke.moves.length >= 8)
}

function strokesIn(events: readonly RecordedEvent[]): Stroke[] {
  const found: Stroke[] = []
  let run: Sample[] = []
  for (const [i, event] of events.entries()) {
    const sample = sampleOf(event)
    if (event[0] === 'm') {
      const last = run.at(-1)
      run = last && sample.t - last.t > REST ? [sample] : [...run, sample]
    } else if (event[0] === 'd' && event[4] === undefined) {
      const stroke = strokeAt(run, sample, events.slice(i + 1))
      if (stroke) found.push(stroke)
      run = []
    }
  }
  return found
}

function strokeAt(moves: readonly Sample[], press: Sample, rest: readonly RecordedEvent[]): Stroke | undefined {
  const end = rest.findIndex((event) => event[0] !== 'm')
  const release = end < 0 ? undefined : rest[end]
  const first = moves[0]
  if (release?.[0] !== 'u' || !first) return undefined
  const up = sampleOf(release)
  if (Math.hypot(up.x - press.x, up.y - press.y) > DRAG || press.t - first.t > 3000 || up.t - press.t > 500) return undefined
  const shift = (sample: Sample): Sample => ({ ...sample, t: sample.t - first.t })
  return { moves: moves.map(shift), press: shift(press), drift: rest.slice(0, end).map(sampleOf).map(shift), release: shift(up) }
}

const sampleOf = (event: RecordedEvent): Sample => ({ t: event[1], x: event[2] ?? 0, y: event[3] ?? 0 })

/** Straight distance from the first position to the press, in px. */
export function reach({ moves, press }: Stroke): number {
  const first = moves[0]!
  return Math.hypot(press.x - first.x, press.y - first.y)
}

/** How much a stroke must be bent to lead from one point to another: 0 when it does so as recorded. */
export function misfit(stroke: Stroke, from: Point, to: Point): number {
  const stretch = Math.abs(Math.log(Math.hypot(to.x - from.x, to.y - from.y) / reach(stroke)))
  return stretch + Math.abs(turn(stroke, from, to)) / Math.PI
}

function turn({ moves, press }: Stroke, from: Point, to: Point): number {
  const recorded = Math.atan2(press.y - moves[0]!.y, press.x - moves[0]!.x)
  const wanted = Math.atan2(to.y - from.y, to.x - from.x)
  return Math.atan2(Math.sin(wanted - recorded), Math.cos(wanted - recorded))
}

/**
 * Turns, scales and shifts a stroke so that it leads from `from` to `to`, on whole pixels, with its timing untouched.
 * @returns the moves, and the press and release with the moves between them
 */
export function fitStroke(stroke: Stroke, from: Point, to: Point): { approach: Timed[]; click: Timed[] } {
  const scale = Math.hypot(to.x - from.x, to.y - from.y) / reach(stroke)
  const angle = turn(stroke, from, to)
  const [a, b] = [scale * Math.cos(angle), scale * Math.sin(angle)]
  const origin = stroke.moves[0]!
  const move = ({ t, x, y }: Sample): Timed => {
    const [dx, dy] = [x - origin.x, y - origin.y]
    return [t, 'move', pixel(from.x + a * dx - b * dy), pixel(from.y + b * dx + a * dy)]
  }
  const { press, release } = stroke
  const clicked: Timed[] = [[press.t, 'down', 1], ...stroke.drift.map(move), [release.t, 'up', 1]]
  const all = changes([...stroke.moves.map(move), move(press), ...clicked])
  const length = all.findIndex(([t, operation]) => operation !== 'move' || t >= press.t)
  return { approach: all.slice(0, length), click: all.slice(length) }
}

/** Without the moves that lead to where the pointer is already: no mouse reports those. A hand mostly rests before it presses. */
function changes(operations: readonly Timed[]): Timed[] {
  let [x, y] = [Number.NaN, Number.NaN]
  return operations.filter(([, operation, toX, toY]) => {
    if (operation !== 'move') return true
    const changed = toX !== x || toY !== y
    ;[x, y] = [Number(toX), Number(toY)]
    return changed
  })
}

/** Never −0. */
const pixel = (position: number): number => Math.round(position) + 0
