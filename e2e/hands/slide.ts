import type { Stroke } from './strokes.js'
import type { Timed, Timeline } from './timeline.js'

/**
 * Two fingers that push a page up: how far they go in each moment is taken from a recorded movement of a hand, because no recording holds
 * a trackpad's own scrolling.
 * @param distance altogether, in px
 */
export function slide({ moves }: Stroke, distance: number): Timeline {
  const steps = moves.slice(1).map(({ t, x, y }, i) => ({ t, length: Math.hypot(x - moves[i]!.x, y - moves[i]!.y) }))
  const length = steps.reduce((sum, step) => sum + step.length, 0)
  return steps.filter((step) => step.length > 0).map((step): Timed => [step.t, 'scroll', (step.length / length) * distance])
}
