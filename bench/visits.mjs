const trusted = true
const key = {
  trusted,
  modifier: false,
  shifts: false,
  repeat: false,
  upper: false,
  shift: false,
  capsLock: false,
  physical: true,
  composing: false,
}
const at = { trusted, pressure: 0.5, zoomed: false, flush: false, touchable: true, focused: true, samples: 2 }

/**
 * A busy visit by mouse and keyboard, mostly moves: reaches with a bow and tremor, presses, typing with overlaps and corrections, bursts of
 * the wheel, rests, submits. Every feature of mouse and keyboard finds something to measure.
 *
 * @param {number} least how many events
 * @param {() => number} random
 * @returns {object[]}
 */
export function mouseVisit(least, random) {
  /** @type {object[]} */
  const events = []
  const now = { t: 800, x: 300, y: 300 }
  /** @param {string} kind @param {object} more @param {number} wait */
  const add = (kind, more, wait) => {
    now.t += wait
    events.push({ ...more, kind, t: now.t, trusted })
  }
  /** @param {number} toX @param {number} toY @param {number} steps */
  const reach = (toX, toY, steps) => {
    const { x, y } = now
    const bow = random() - 0.5
    for (let i = 1; i <= steps; i++) {
      const s = (i / steps) ** 0.8
      const done = 10 * s ** 3 - 15 * s ** 4 + 6 * s ** 5
      const side = 0.3 * bow * Math.sin(Math.PI * done)
      now.x = Math.round(x + done * (toX - x) - side * (toY - y) + 3 * random())
      now.y = Math.round(y + done * (toY - y) + side * (toX - x) + 3 * random())
      add('move', { ...at, pointer: 'mouse', x: now.x, y: now.y }, 14 + 5 * random())
    }
  }
  const press = () => {
    const offset = { dx: 60 * (random() - 0.5), dy: 9 * random(), width: 120, height: 40 }
    add('down', { ...at, pointer: 'mouse', x: now.x, y: now.y, offset }, 60 + 200 * random())
    add('up', { ...at, pointer: 'mouse', x: now.x + Math.round(random()), y: now.y }, 60 + 60 * random())
    add('click', { sends: random() < 0.3 }, 0.1)
  }
  const type = () => {
    add('key-down', { ...key, press: 9, modifier: true, shifts: true, shift: true }, 300)
    for (let i = 0; i < 6; i++) {
      add('key-down', { ...key, press: i % 2, upper: i === 0, shift: i === 0 }, 60 + 200 * random())
      add('char', {}, 0)
      add('input', { cause: i === 4 ? 'delete' : 'insert', composing: false, several: false }, 1)
      if (i && random() < 0.4) add('key-up', { press: (i + 1) % 2 }, 10)
      add('key-up', { press: i % 2 }, 60 + 40 * random())
    }
    add('key-up', { press: 9 }, 30)
  }
  const turn = () => {
    const way = random() < 0.8 ? 1 : -1
    for (let i = 0; i < 4; i++) {
      add('wheel', { flush: false, deltaY: 100 * way, legacyDelta: -120 * way }, 60 + 60 * random())
      for (let j = 0; j < 3; j++) add('scroll', { top: 3 + random(), words: 180 }, 16.7)
    }
  }
  while (events.length < least) {
    for (let i = 0; i < 3; i++) {
      reach(1200 * random(), 700 * random(), 25 + Math.round(25 * random()))
      // Two of three rest first, and drift: the press of the third ends the reach itself.
      if (i > 0) {
        now.t += 150 + 900 * random()
        reach(now.x + 4 * random(), now.y, 3)
      }
      press()
    }
    now.t += 2500
    type()
    turn()
    // The page scrolls by itself.
    now.t += 1500
    add('scroll', { top: 2, words: 180 }, 0)
    press()
    add('submit', {}, 1)
  }
  return events
}

/** Taps and swipes, and two presses of a pen: what only fingers and pens do. @returns {object[]} */
export function touchVisit() {
  const offset = { dx: 5, dy: 3, width: 90, height: 40 }
  const pen = [20_000, 22_000].map((t) => ({ ...at, pointer: 'pen', kind: 'down', t, x: 200, y: 300, offset }))
  const fingers = Array.from({ length: 12 }, (_, n) => {
    const [t, finger] = [1000 + 1500 * n, { ...at, pointer: 'touch' }]
    const moves = Array.from({ length: n % 2 ? 12 : 0 }, (_, i) => ({
      ...finger,
      kind: 'move',
      t: t + 16 * i + 16,
      x: 200 + i,
      y: 300 - i * (20 - i),
    }))
    const end = { ...finger, kind: 'up', t: t + 16 * moves.length + 90, x: 201 + moves.length, y: 300 }
    return [{ ...finger, kind: 'down', t, x: 200, y: 300, offset }, ...moves, end]
  })
  return [...fingers.flat(), ...pen]
}
