import type { MovementSlice } from '../../wire/session.js'
import { counted } from '../words/format.js'

interface Drawing {
  readonly path: string
  readonly presses: readonly { readonly x: number; readonly y: number }[]
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  readonly ms: number
  readonly length: number
}

/** px: a slice in which nothing moved has no size, and a drawing needs one. */
const LEAST = 24

/** The way of one slice from where it began: where on the page that was, nobody was told. */
export function drawSlice({ steps }: MovementSlice): Drawing {
  const points = [{ x: 0, y: 0 }]
  const presses: { x: number; y: number }[] = []
  let ms = 0
  let length = 0
  for (const { dt, dx, dy, kind } of steps) {
    const { x, y } = points.at(-1)!
    ms += dt
    length += Math.hypot(dx, dy)
    if (dx !== 0 || dy !== 0) points.push({ x: x + dx, y: y + dy })
    if (kind === 'down') presses.push({ x: x + dx, y: y + dy })
  }
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  const middle = (values: readonly number[]) => (Math.min(...values) + Math.max(...values)) / 2
  const spread = (values: readonly number[]) => Math.max(LEAST, Math.max(...values) - Math.min(...values)) * 1.15
  const [width, height] = [spread(xs), spread(ys)]
  const box = { x: middle(xs) - width / 2, y: middle(ys) - height / 2, width, height }
  return { path: `M${points.map(({ x, y }) => `${x} ${y}`).join('L')}`, presses, box, ms, length }
}

/** The pieces of movement that the visitor was asked to show, each for itself. */
export function MovementChart({ slices }: { slices: readonly MovementSlice[] }) {
  return (
    <ul class="slices">
      {slices.map((slice) => {
        const { path, presses, box, ms, length } = drawSlice(slice)
        const words = `${counted(slice.steps.length, 'step')} in ${(ms / 1000).toFixed(1)} s, ${Math.round(length)} px`
        const radius = Math.max(box.width, box.height) / 60
        return (
          <li key={slice.index}>
            <svg viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`} role="img" aria-label={`Slice ${slice.index}: ${words}`}>
              <path d={path} />
              {presses.map(({ x, y }, i) => (
                <circle key={i} cx={x} cy={y} r={radius} />
              ))}
            </svg>
            <span class="note">
              Slice {slice.index}: {words}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
