import type { ShownSample, ShownSlice } from '../../wire/session.js'
import { count, counted } from '../words/format.js'

export interface Stroke {
  readonly from: ShownSample
  readonly to: ShownSample
  /** 0 at the beginning of the slice, 1 at its end. */
  readonly when: number
}

export interface SliceDrawing {
  /** What an `svg` shows: square enough for one line to have a height. */
  readonly viewBox: string
  readonly strokes: readonly Stroke[]
  readonly presses: readonly ShownSample[]
  readonly clicks: readonly ShownSample[]
  /** All that is to be seen, in a sentence. */
  readonly words: string
}

const isAt = (kind: ShownSample['kind'], one: ShownSample) => one.kind === kind
/** Px, so that what moved little is not drawn as if it were much. */
const LEAST_SIZE = 60
const MARGIN = 0.08

/** The strokes of a slice, and what was pressed on the way. Pure. */
export function drawSlice({ samples }: ShownSlice): SliceDrawing {
  const length = Math.max(1, samples.at(-1)?.t ?? 1)
  const strokes = samples.slice(1).flatMap((to, i) => {
    const from = samples[i]!
    return from.x === to.x && from.y === to.y ? [] : [{ from, to, when: Math.min(1, Math.max(0, to.t / length)) }]
  })
  return {
    viewBox: boxOf(samples),
    strokes,
    presses: samples.filter((one) => isAt('down', one)),
    clicks: samples.filter((one) => isAt('click', one)),
    words: wordsOf(samples, strokes),
  }
}

function boxOf(samples: readonly ShownSample[]): string {
  const [xs, ys] = [samples.map(({ x }) => x), samples.map(({ y }) => y)]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const [wide, high] = [Math.max(...xs) - left, Math.max(...ys) - top]
  const size = Math.max(LEAST_SIZE, wide, high)
  const [width, height] = [Math.max(wide, LEAST_SIZE), Math.max(high, LEAST_SIZE)]
  const margin = size * MARGIN
  const box = [left - (width - wide) / 2 - margin, top - (height - high) / 2 - margin, width + 2 * margin, height + 2 * margin]
  return box.map((edge) => edge.toFixed(1)).join(' ')
}

/** One that comes is counted, one that goes with it is not. */
const named = [
  ['down', 'press', 'presses'],
  ['click', 'click', 'clicks'],
  ['wheel', 'turn of the wheel', 'turns of the wheel'],
  ['scroll', 'scroll', 'scrolls'],
  ['key-down', 'key', 'keys'],
] as const

function wordsOf(samples: readonly ShownSample[], strokes: readonly Stroke[]): string {
  const way = strokes.reduce((sum, { from, to }) => sum + Math.hypot(to.x - from.x, to.y - from.y), 0)
  const many = (kind: ShownSample['kind']) => samples.filter((one) => isAt(kind, one)).length
  const moves = many('step') + many('move') + many('still')
  const done = [
    ...(moves > 0 ? [`${counted(moves, 'move')} over ${count(Math.round(way))} px`] : []),
    ...named.flatMap(([kind, one, more]) => (many(kind) > 0 ? [counted(many(kind), one, more)] : [])),
  ]
  return `${count(Math.max(0, samples.at(-1)?.t ?? 0))} ms: ${done.join(', ') || 'nothing that moved'}.`
}
