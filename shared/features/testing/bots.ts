import type { InputEvent } from '../input-event.js'
import { startRandom } from './random.js'
import { click, down, input, keyDown, keyUp, move, scroll, submit, up, wheel } from './traces.js'

/** What a page sees of drivers, as observed in Chromium: a sign-up with two fields and a button. Times in ms. */
const fields = [
  [410, 300],
  [410, 380],
  [352, 460],
] as const

const centred = { offset: { dx: 0, dy: 0, width: 300, height: 44 } }

/** Jumps to the centre and presses for 2 ms. */
function jumpAndPress(t: number, [x, y]: readonly [number, number], pressure = 0.5): InputEvent[] {
  return [move(t, x, y), down(t + 1, x, y, { ...centred, pressure }), up(t + 3), click(t + 3)]
}

/** Playwright's `fill` for both fields, then `click`. */
export function fillAndClick(): InputEvent[] {
  return [input(600), input(640), ...jumpAndPress(700, fields[2]), submit(704)]
}

/** Playwright's `click` and `keyboard.type` without delay: 1 ms for each key, capitals without Shift. */
export function clickAndType(delay = 0): InputEvent[] {
  const events: InputEvent[] = []
  let t = 600
  for (const field of fields.slice(0, 2)) {
    events.push(...jumpAndPress(t, field))
    for (let i = 0; i < 14; i++) {
      t += 10 + delay
      events.push(keyDown(t, 0, { upper: i === 3 }), input(t + 1), keyUp(t + 1 + delay / 2))
    }
    t += 20
  }
  return [...events, ...jumpAndPress(t, fields[2]), submit(t + 4)]
}

/** Bare protocol messages of a pen or of a finger: on centres, 80 ms long, and whole texts. */
export function directProtocol(pointer: 'pen' | 'touch'): InputEvent[] {
  const presses = fields.map(([x, y], i) => {
    const [t, text] = [600 + 1700 * i + 90 * (i % 2), input(900 + 1700 * i, { several: true })]
    const press = down(t, x, y, { ...centred, pointer, pressure: pointer === 'pen' ? 0 : 1, touchable: true })
    return [press, up(t + 80.3, pointer, { x, y }), click(t + 80.3), ...(i < 2 ? [text] : [])]
  })
  return [...presses.flat(), submit(4100)]
}

/** Bare protocol messages: presses without pressure, a wheel that jumps by any distance. */
export function rawProtocol(): InputEvent[] {
  const wheels = [400, 250, 400, 137.5].flatMap((dy, i) => [wheel(500 + 300 * i, dy, -120), scroll(516 + 300 * i)])
  return [...wheels, ...fields.flatMap((field, i) => jumpAndPress(1800 + 200 * i, field, 0)), submit(2300)]
}

/** xdotool in straight lines of even steps, clicks of 1 ms, keys at a fixed delay of 12 ms. */
export function systemLines(): InputEvent[] {
  const events: InputEvent[] = []
  let t = 1000
  let [x, y] = [40, 90]
  for (const [toX, toY] of [...fields, [900, 620], ...fields] as const) {
    const steps = 40
    for (let i = 1; i <= steps; i++) {
      t += 16.7
      events.push(move(t, Math.round(x + ((toX - x) * i) / steps), Math.round(y + ((toY - y) * i) / steps)))
    }
    events.push(down(t + 2, toX, toY, centred), up(t + 3), click(t + 3))
    for (let i = 0; i < 12; i++) {
      t += 24
      events.push(keyDown(t), input(t + 1), keyUp(t + 12))
    }
    t += 300
    x = toX
    y = toY
  }
  return [...events, submit(t)]
}

/** A script in the page: nothing is trusted but the submit, which the browser itself announces. */
export function pageScript(): InputEvent[] {
  return [input(300, { trusted: false }), click(310, { trusted: false }), submit(310)]
}

/** Cubic Bézier curves, eased, at the level of the operating system, with believable holds: only the movement is left to tell. */
export function systemCurves(seed = 1): InputEvent[] {
  const { uniform, normal } = startRandom(seed)
  const events: InputEvent[] = []
  let t = 1000
  let from: readonly [number, number] = [60, 80]
  for (let n = 0; n < 10; n++) {
    const to = [uniform(50, 1200), uniform(50, 700)] as const
    const [a, b] = [0.3, 0.7].map((s) => from.map((p, axis) => p + s * (to[axis]! - p) + uniform(-80, 80)))
    const steps = 50
    for (let i = 1; i <= steps; i++) {
      const s = i / steps
      const at = (axis: 0 | 1) =>
        (1 - s) ** 3 * from[axis] + 3 * (1 - s) ** 2 * s * a![axis]! + 3 * (1 - s) * s * s * b![axis]! + s ** 3 * to[axis]
      t += 16.7
      events.push(move(t, Math.round(at(0)), Math.round(at(1))))
    }
    const [x, y] = to
    t += uniform(60, 140)
    const held = normal(90, 12)
    events.push(down(t, Math.round(x), Math.round(y)), up(t + held), click(t + held))
    t += held + uniform(300, 900)
    from = to
  }
  return events
}
