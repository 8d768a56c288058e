import { type Axis, type Box, drawXAxis, escaped, px, svg, xOf } from './svg-frame.js'

/** A value and how far off it may be. */
export interface Interval {
  readonly name: string
  readonly value: number
  readonly low: number
  readonly high: number
  /** Which of the four colours. */
  readonly colour?: 0 | 1 | 2 | 3
}

const WIDTH = 640
const LINE = 24

/** One line for each: its name, its bounds as a span, its value as a dot. */
export function drawIntervals(title: string, about: string, x: Axis, intervals: readonly Interval[]): string {
  const box: Box = { left: 200, top: 40, width: 410, height: LINE * intervals.length }
  const rows = intervals.map(({ name, value, low, high, colour = 0 }, i) => {
    const y = box.top + LINE * (i + 0.5)
    const [from, to, at] = [low, high, value].map((one) => px(xOf(x, box, one)))
    const text = `<text x="${box.left - 10}" y="${y}" dy="4" text-anchor="end">${escaped(name)}</text>`
    const span = `<line class="span c${colour}" x1="${from}" x2="${to}" y1="${y}" y2="${y}"/>`
    return `${text}${span}<circle class="c${colour}" cx="${at}" cy="${y}" r="4"/>`
  })
  return svg(WIDTH, box.top + box.height + 50, title, about, [drawXAxis(x, box), ...rows])
}
