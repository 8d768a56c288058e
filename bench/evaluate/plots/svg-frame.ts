import type { Share } from '../../../shared/units.js'

/** From a value to pixels, and the values that get a mark. */
export interface Axis {
  readonly label: string
  readonly from: number
  readonly to: number
  readonly log?: boolean
  readonly ticks: readonly number[]
  tell(tick: number): string
}

/** The drawing area in pixels; y grows downwards. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Drawn alike in light and dark pages: colours come from classes, and these from the reader's scheme. */
const STYLE = `
text { font: 12px system-ui, sans-serif; fill: #333 } .title { font-weight: 600; font-size: 14px } .paper { fill: #fff }
.grid { stroke: #ddd } .even { stroke: #999; stroke-dasharray: 4 4 } .line { fill: none; stroke-width: 2 } .span { stroke-width: 2 }
.c0 { stroke: #1664c0; fill: #1664c0 } .c1 { stroke: #b8500c; fill: #b8500c } .c2 { stroke: #1a7f37; fill: #1a7f37 } .c3 { stroke: #8250b4; fill: #8250b4 }
.line.c0, .line.c1, .line.c2, .line.c3 { fill: none } text.c0, text.c1, text.c2, text.c3 { stroke: none }
@media (prefers-color-scheme: dark) {
text { fill: #d5d9de } .paper { fill: #0d1117 } .grid { stroke: #30363d } .even { stroke: #777 }
.c0 { stroke: #6cb6ff; fill: #6cb6ff } .c1 { stroke: #f0a05a; fill: #f0a05a } .c2 { stroke: #57c779; fill: #57c779 } .c3 { stroke: #c49bff; fill: #c49bff }
.line.c0, .line.c1, .line.c2, .line.c3 { fill: none } }`

export const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Whole tenths of a pixel keep files small, and the same on every machine. */
export const px = (value: number): string => String(Math.round(value * 10) / 10)

/** @returns where a value lies on its axis; values beyond the ends lie on them */
export function shareAlong({ from, to, log }: Axis, value: number): Share {
  const on = (at: number) => (log ? Math.log10(Math.max(at, 1e-12)) : at)
  return Math.min(1, Math.max(0, (on(value) - on(from)) / (on(to) - on(from))))
}

export const xOf = (axis: Axis, { left, width }: Box, value: number): number => left + width * shareAlong(axis, value)
export const yOf = (axis: Axis, { top, height }: Box, value: number): number => top + height * (1 - shareAlong(axis, value))

/** The horizontal axis: a grid line, and what it stands for, at each tick. */
export function drawXAxis(axis: Axis, box: Box): string {
  const bottom = box.top + box.height
  const marks = axis.ticks.map((tick) => {
    const x = px(xOf(axis, box, tick))
    const label = `<text x="${x}" y="${bottom + 18}" text-anchor="middle">${escaped(axis.tell(tick))}</text>`
    return `<line class="grid" x1="${x}" x2="${x}" y1="${box.top}" y2="${bottom}"/>${label}`
  })
  const middle = box.left + box.width / 2
  return `${marks.join('\n')}\n<text x="${middle}" y="${bottom + 38}" text-anchor="middle">${escaped(axis.label)}</text>`
}

/** A whole picture. @param about what it shows, for those who do not see it */
export function svg(width: number, height: number, title: string, about: string, parts: readonly string[]): string {
  const open = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="t d">`
  const names = `<title id="t">${escaped(title)}</title><desc id="d">${escaped(about)}</desc>`
  const paper = `<style>${STYLE}</style><rect class="paper" width="${width}" height="${height}"/><text class="title" x="12" y="22">${escaped(title)}</text>`
  return `${[open, names, paper, ...parts, '</svg>'].join('\n')}\n`
}
