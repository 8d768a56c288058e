import { type Axis, type Box, drawXAxis, escaped, px, svg, xOf, yOf } from './svg-frame.js'

export interface Series {
  readonly name: string
  readonly points: readonly (readonly [x: number, y: number])[]
  /** Marks each point, where there are few. */
  readonly dots?: boolean
}

export interface LinesPlot {
  readonly title: string
  readonly about: string
  readonly x: Axis
  readonly y: Axis
  readonly series: readonly Series[]
  /** Draws y = x. */
  readonly diagonal?: boolean
}

const [WIDTH, HEIGHT] = [640, 400]
const BOX: Box = { left: 62, top: 40, width: 550, height: 290 }
/** More would not be seen. */
const MOST_POINTS = 200

/** Every so manieth point, both ends included. */
function thinned<T>(points: readonly T[]): readonly T[] {
  if (points.length <= MOST_POINTS) return points
  return Array.from({ length: MOST_POINTS }, (_, i) => points[Math.round((i * (points.length - 1)) / (MOST_POINTS - 1))]!)
}

function drawYAxis(axis: Axis): string {
  const marks = axis.ticks.map((tick) => {
    const y = px(yOf(axis, BOX, tick))
    const line = `<line class="grid" x1="${BOX.left}" x2="${BOX.left + BOX.width}" y1="${y}" y2="${y}"/>`
    return `${line}<text x="${BOX.left - 6}" y="${y}" dy="4" text-anchor="end">${escaped(axis.tell(tick))}</text>`
  })
  const middle = BOX.top + BOX.height / 2
  const label = `<text transform="translate(16 ${middle}) rotate(-90)" text-anchor="middle">${escaped(axis.label)}</text>`
  return [...marks, label].join('\n')
}

/** `y = x`, in as many pieces as a logarithmic axis bends it. */
function drawDiagonal({ x, y }: LinesPlot): string {
  const places = Array.from({ length: 41 }, (_, i) => (x.log ? x.from * (x.to / x.from) ** (i / 40) : x.from + ((x.to - x.from) * i) / 40))
  return `<polyline class="line even" points="${places.map((at) => `${px(xOf(x, BOX, at))},${px(yOf(y, BOX, at))}`).join(' ')}"/>`
}

function drawSeries({ x, y }: LinesPlot, { points, dots }: Series, index: number): string {
  const places = thinned(points).map(([atX, atY]) => [px(xOf(x, BOX, atX)), px(yOf(y, BOX, atY))] as const)
  const line = `<polyline class="line c${index}" points="${places.map((place) => place.join(',')).join(' ')}"/>`
  return [line, ...(dots ? places.map(([cx, cy]) => `<circle class="c${index}" cx="${cx}" cy="${cy}" r="3.5"/>`) : [])].join('')
}

/** Lines over two axes, with the names of the lines below. At most four. */
export function drawLines(plot: LinesPlot): string {
  const names = plot.series.map(
    ({ name }, i) =>
      `<text class="c${i}" x="${BOX.left + (i * BOX.width) / plot.series.length}" y="${HEIGHT - 8}">● ${escaped(name)}</text>`,
  )
  const lines = plot.series.map((series, i) => drawSeries(plot, series, i))
  const diagonal = plot.diagonal ? [drawDiagonal(plot)] : []
  return svg(WIDTH, HEIGHT, plot.title, plot.about, [drawXAxis(plot.x, BOX), drawYAxis(plot.y), ...diagonal, ...lines, ...names])
}
