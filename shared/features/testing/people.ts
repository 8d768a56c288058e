import type { InputEvent } from '../input-event.js'
import { startRandom } from './random.js'
import { click, down, input, keyDown, keyUp, move, submit, up } from './traces.js'

type Random = ReturnType<typeof startRandom>

/** Types with holds of 60 to 140 ms, log-normal intervals, some rollover, a correction. @returns when it ended. */
function type(events: InputEvent[], from: number, keys: number, { normal }: Random): number {
  let t = from
  for (let i = 0; i < keys; i++) {
    t += Math.max(70, Math.exp(normal(5.1, 0.4)))
    const press = i % 3
    const cause = i === 9 ? 'other' : 'insert'
    const upper = i === 0
    if (upper) events.push(keyDown(t - 60, 5, { modifier: true, shift: true }), keyUp(t + 120, 5))
    events.push(keyDown(t, press, { upper, shift: upper }), input(t + 4, { cause }))
    events.push(keyUp(t + Math.max(45, normal(98, 20)), press))
  }
  events.sort((a, b) => a.t - b.t)
  return t + 150
}

/** Moves as a hand does: a fast bell-shaped approach that falls short, then a small correction, with tremor. @returns when it ended. */
function reach(events: InputEvent[], from: number, [x0, y0]: readonly number[], [x1, y1]: readonly number[], random: Random): number {
  let t = from
  let [x, y] = [x0!, y0!]
  for (const share of [random.uniform(0.8, 0.93), 1]) {
    const [toX, toY] = share === 1 ? [x1!, y1!] : [x + share * (x1! - x), y + share * (y1! - y)]
    const [startX, startY, bow] = [x, y, random.normal(0, 0.06)]
    const steps = Math.round((share === 1 ? 220 : random.uniform(350, 550)) / 16.7)
    for (let i = 1; i <= steps; i++) {
      // Minimum jerk (Flash and Hogan, 1985), sped up at its beginning as aimed movements are.
      const s = (i / steps) ** 0.8
      const done = 10 * s ** 3 - 15 * s ** 4 + 6 * s ** 5
      const side = bow * Math.sin(Math.PI * done)
      x = startX + done * (toX! - startX) - side * (toY! - startY) + random.normal(0, 0.6)
      y = startY + done * (toY! - startY) + side * (toX! - startX) + random.normal(0, 0.6)
      t += 16.7
      events.push(move(t, Math.round(x), Math.round(y)))
    }
  }
  return t
}

function press(events: InputEvent[], from: number, [x, y]: readonly number[], { uniform, normal }: Random): number {
  const at = from + uniform(60, 200)
  const held = Math.max(50, normal(95, 20))
  const offset = { dx: normal(0, 25), dy: normal(3, 5), width: 300, height: 44 }
  events.push(down(at, x!, y!, { offset }), up(at + held), click(at + held))
  return at + held
}

/** Tab, e-mail, Tab, password, Enter. No pointer at all. */
export function keyboardOnly(seed = 1): InputEvent[] {
  const random = startRandom(seed)
  const events: InputEvent[] = []
  let t = 2500
  for (const keys of [18, 12]) {
    events.push(keyDown(t, 0), keyUp(t + random.uniform(70, 110), 0))
    t = type(events, t + 400, keys, random)
  }
  events.push(keyDown(t, 0), click(t + 2), submit(t + 3))
  return events
}

/** A mouse, a typed e-mail address, a pasted password. */
export function pastesPassword(seed = 1): InputEvent[] {
  const random = startRandom(seed)
  const events: InputEvent[] = []
  const places = [
    [80, 640],
    [420, 302],
    [395, 384],
    [360, 455],
  ]
  let t = 1800
  for (let i = 1; i < places.length; i++) {
    t = press(events, reach(events, t, places[i - 1]!, places[i]!, random), places[i]!, random)
    if (i === 1) t = type(events, t + 300, 17, random)
    if (i === 2) {
      events.push(keyDown(t + 400, 1, { modifier: true }), keyDown(t + 480, 0), input(t + 490, { cause: 'paste' }))
      events.push(keyUp(t + 560, 0), keyUp(t + 610, 1))
      t += 700
    }
    t += 250
  }
  return [...events, submit(t)]
}

/** A password manager fills both fields, by script and by the browser's own way; the person presses the button. */
export function autofills(seed = 1): InputEvent[] {
  const random = startRandom(seed)
  const events: InputEvent[] = [
    input(400, { trusted: false, cause: 'other' }),
    input(402, { trusted: false, cause: 'other' }),
    input(420, { cause: 'other' }),
    input(421, { cause: 'other' }),
  ]
  const t = press(events, reach(events, 1900, [80, 640], [360, 455], random), [360, 455], random)
  return [...events, submit(t + 3)]
}

/** A screen reader activates the button: a click without a pointer, typing in between by an input method. */
export function screenReader(): InputEvent[] {
  const words = [0, 1, 2, 3].flatMap((i) => [
    keyDown(4000 + 300 * i, 0, { composing: true }),
    input(4010 + 300 * i, { composing: true }),
    keyUp(4090 + 300 * i),
  ])
  return [...words, click(7000), submit(7002)]
}

/** A pen on a tablet: it comes from anywhere, presses as a hand does, and writes words by hand. */
export function penWriter(seed = 1): InputEvent[] {
  const { uniform, normal } = startRandom(seed)
  const presses = [300, 380, 460].map((y, i) => {
    const [t, x] = [2000 + 3000 * i, 300 + normal(0, 40)]
    const offset = { dx: x - 300, dy: normal(0, 5), width: 300, height: 44 }
    const press = down(t, x, y, { pointer: 'pen', pressure: uniform(0.02, 0.4), offset, touchable: true })
    return [press, up(t + normal(95, 20), 'pen'), click(t + 150), ...(i < 2 ? [input(t + 1500, { several: true })] : [])]
  })
  return [move(1900, 280, 290, { pointer: 'pen' }), ...presses.flat(), submit(8200)]
}

/** Fingers on glass and a virtual keyboard. */
export function touches(): InputEvent[] {
  const taps = [
    [200, 300],
    [190, 380],
    [205, 460],
  ].flatMap(([x, y], i) => [
    down(2000 + 1500 * i, x!, y!, { pointer: 'touch', pressure: 0, touchable: true }),
    up(2060 + 1500 * i, 'touch'),
    click(2062 + 1500 * i),
    input(2700 + 1500 * i),
  ])
  return [...taps, submit(6500)]
}
