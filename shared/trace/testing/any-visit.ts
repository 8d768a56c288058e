import fc from 'fast-check'
import type { InputEvent } from '../../features/input-event.js'
import { click, down, input, keyDown, keyUp, move, scroll, up, wheel } from '../../features/testing/traces.js'

const way = fc.integer({ min: -25, max: 25 })
const wait = fc.oneof({ weight: 12, arbitrary: fc.integer({ min: 1, max: 30 }) }, fc.integer({ min: -20, max: 5000 }))
const what = fc.oneof(
  { weight: 20, arbitrary: fc.constant('move' as const) },
  fc.constantFrom('press', 'click', 'wheel', 'scroll', 'key', 'input', 'touch', 'script'),
)

function eventsOf(kind: string, t: number, x: number, y: number): readonly InputEvent[] {
  if (kind === 'press') return [down(t, x, y), up(t + 60, 'mouse', { x, y })]
  if (kind === 'click') return [click(t)]
  if (kind === 'wheel') return [wheel(t, 100, -120)]
  if (kind === 'scroll') return [scroll(t, y / 800)]
  if (kind === 'key') return [keyDown(t), keyUp(t + 70)]
  if (kind === 'input') return [input(t)]
  if (kind === 'touch') return [move(t, x, y, { pointer: 'touch' })]
  return [kind === 'script' ? move(t, x, y, { trusted: false }) : move(t, x, y)]
}

/** For tests: visits in whole px and ms, with rests, reordered times, fingers, and events that a script made. */
export const anyVisit: fc.Arbitrary<readonly InputEvent[]> = fc
  .array(fc.tuple(what, wait, way, way), { minLength: 1, maxLength: 600, size: 'max' })
  .map((parts) => {
    let [t, x, y] = [500, 400, 300]
    return parts.flatMap(([kind, dt, dx, dy]) => {
      t += dt
      x += dx
      y += dy
      return eventsOf(kind, t, x, y)
    })
  })
