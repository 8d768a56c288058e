import type { FeatureId } from '../index.js'
import type { InputEvent } from '../input-event.js'
import { char, click, down, input, keyDown, keyUp, move, scroll, submit, up, wheel } from './traces.js'

type Known = readonly (readonly [what: string, value: number | undefined, events: readonly InputEvent[]])[]

const many = (count: number, make: (i: number) => InputEvent | readonly InputEvent[]) =>
  Array.from({ length: count }, (_, i) => make(i)).flat()
/** One stroke of 20 steps from a start, along a curve, and a rest after it. */
const stroke = (start: number, place: (s: number) => readonly [number, number], dt = 17, steps = 20) =>
  many(steps + 1, (i) => move(start + dt * i, ...place(i / steps)))
const line = (start: number, length = 400, dt = 17) => stroke(start, (s) => [length * s, 0], dt)
const end = move(99_999, 0, 0)
const at = (x: number) => ({ offset: { dx: x, dy: 0, width: 100, height: 40 } })
const tap = (t: number, contact: number, x = 0) => [
  down(t, 0, 0, { pointer: 'touch', contact, touchable: true }),
  up(t + 80, 'touch', { x, y: 0 }),
]
const mouse = move(0, 1, 1)

/** Traces of which one can say beforehand what each feature reads: plain cases that its textbook definition settles. */
export const knownTraces: Partial<Record<FeatureId, Known>> = {
  'input.strokes': [['three', 3, [...line(0), ...line(1000), ...line(2000), end]]],
  'input.pointer-kind': [
    ['a mouse', 1, [mouse]],
    ['fingers, mostly', 2, [mouse, ...tap(50, 9), ...tap(90, 9)]],
  ],
  'input.sampling': [['every 16 ms', 16, many(40, (i) => move(16 * i, i, 0))]],
  'input.clock-step': [
    ['whole ms', 1, many(40, (i) => move(7 * i, i, 0))],
    ['tenths', 0.1, many(40, (i) => move(7.3 * i, i, 0))],
    ['frames', 1000 / 60, many(40, (i) => move((1000 / 60) * i, i, 0))],
    ['nothing', 0, many(40, (i) => move(7.123_45 * i, i, 0))],
  ],
  'input.movement-chord-crossings': [
    ['three half waves', 2, [0, 1, 2].flatMap((n) => stroke(1000 * n, (s) => [400 * s, 40 * Math.sin(3 * Math.PI * s)])).concat(end)],
    ['lines', 0, [...line(0), ...line(1000), ...line(2000), end]],
  ],
  'input.movement-straight-share': [
    ['one bent of four', 0.75, [...line(0), ...line(1000), ...line(2000), ...stroke(3000, (s) => [400 * s, 90 * s * (1 - s)]), end]],
  ],
  'input.movement-peak-position': [
    ['a bell', 0.5, [0, 1, 2].flatMap((n) => stroke(1500 * n, (s) => [800 * s * s * (3 - 2 * s), 0], 17, 40)).concat(end)],
    ['speeding up', 0.97, [0, 1, 2].flatMap((n) => stroke(1500 * n, (s) => [800 * s * s, 0], 17, 40)).concat(end)],
  ],
  'input.movement-peak-spread': [
    ['one easing', 0, [0, 1, 2, 3, 4].flatMap((n) => stroke(1500 * n, (s) => [800 * s * s * (3 - 2 * s), 0])).concat(end)],
  ],
  'input.movement-step-entropy': [['a fixed stride', 0, many(60, (i) => move(16 * i, 8 * i, 0))]],
  'input.movement-speed-autocorrelation': [['to and fro', -1, many(60, (i) => move(16 * i, 10 * i + (i % 2), 0))]],
  'input.movement-curve-residual': [['a cubic curve', 0, [...stroke(0, (s) => [300 * s, 0]), end]]],
  'input.movement-repetition': [['the second and third of three', 2 / 3, [...line(0), ...line(1000), ...line(2000), end]]],
  'input.movement-overshoot': [
    [
      'one of three',
      1 / 3,
      [...line(0), ...line(1000), ...stroke(2000, (s) => [s < 0.9 ? 440 * (s / 0.9) : 440 - 400 * (s - 0.9), 0]), end],
    ],
  ],
  'input.movement-scaling': [
    ['one pace', 1, [100, 150, 200, 300, 400].flatMap((n, i) => stroke(2000 * i, (s) => [n * s, 0], n / 20)).concat(end)],
  ],
  'input.movement-duration-spread': [['one time', 0, [1, 2, 3, 4, 5].flatMap((n) => line(1000 * n, 100 * n)).concat(end)]],
  'input.movement-idle-drift': [
    ['four of five', 0.8, [...line(0), ...many(4, (i) => [move(2000 + 900 * i, 0, 0), move(2016 + 900 * i, 2, 0)]), end]],
  ],
  'input.movement-interval-variation': [['a timer', 0, many(60, (i) => move(16 * i, 8 * i, 0))]],
  'input.movement-pause-spread': [['fixed rests', 0, many(9, (i) => move(400 * i, i, 0))]],
  'input.press-landing': [['a jump of 90', 90, [move(0, 0, 0), move(50, 0, 90), down(60, 0, 90), move(99, 0, 0), down(100, 0, 0)]]],
  'input.press-hover-spread': [['a fixed rest', 0, many(5, (i) => [move(500 * i, i, 0), down(500 * i + 100, i, 0)])]],
  'input.press-offset-spread': [
    ['centres', 0, many(4, (i) => down(500 * i, i, 0, at(0)))],
    ['a tenth to either side', 0.1 * Math.sqrt(4 / 3), many(4, (i) => down(500 * i, i, 0, at(i % 2 ? 10 : -10)))],
  ],
  'input.press-fractional': [
    ['half', 0.5, [down(0, 3, 4), down(500, 3.5, 4)]],
    ['unknown where zoomed', undefined, [down(0, 3.5, 4, { zoomed: true })]],
  ],
  'input.press-drift': [['one of four', 0.25, many(4, (i) => [down(500 * i, 0, 0), up(500 * i + 90, 'mouse', { x: i ? 0 : 1, y: 0 })])]],
  'input.press-unfocused': [['half', 0.5, many(2, (i) => [down(500 * i, 0, 0), up(500 * i + 90, 'mouse', { focused: i > 0 })])]],
  'input.press-scrolled': [['one of two', 0.5, [down(0, 0, 0), scroll(3000), down(3100, 0, 0)]]],
  'input.press-throughput': [
    ['3 bit in 400 ms', 7.5, many(3, (i) => [...line(2000 * i, 280), move(2000 * i + 341, 280, 0), down(2000 * i + 400, 280, 0, at(0))])],
  ],
  'input.press-fitts': [
    [
      'a line',
      1,
      many(6, (i) => [
        ...line(2000 * i, 40 * (2 ** (i / 2 + 1) - 1), 10 + i),
        down(2000 * i + 20 * (10 + i), 40 * (2 ** (i / 2 + 1) - 1), 0, at(0)),
      ]),
    ],
  ],
  'input.click-untrusted': [
    ['a script’s own', 1, [click(3000, { trusted: false, sends: true })]],
    ['in answer to a hand', 0, [down(2500, 0, 0), click(3000, { trusted: false, sends: true })]],
    ['not on what sends', undefined, [click(3000, { trusted: false })]],
  ],
  'input.key-interval-skew': [['a metronome', 0, many(12, (i) => keyDown(200 * i, i % 2))]],
  'input.key-rollover': [
    [
      'every second',
      0.5,
      many(12, (i) => [keyDown(200 * i, i % 2), ...(i % 2 ? [keyUp(200 * i + 90, 0), keyUp(200 * i + 95, 1)] : [])]).slice(0, -3),
    ],
  ],
  'input.key-shift-unflagged': [['half', 0.5, many(2, (i) => keyDown(99 * i, 0, { shifts: true, modifier: true, shift: i > 0 }))]],
  'input.key-charless': [['one of two', 0.5, [keyDown(0), char(0), char(50)]]],
  'input.key-split': [['one of four', 0.25, many(4, (i) => [keyDown(100 * i), char(100 * i + (i ? 0 : 5))])]],
  'input.key-moving': [['every second', 0.5, many(10, (i) => [...(i % 2 ? [move(100 * i - 9, i, 0)] : []), keyDown(100 * i)])]],
  'input.input-bulk': [
    ['one of two', 0.5, [mouse, input(10), input(20, { several: true })]],
    ['unknown with fingers', undefined, [mouse, ...tap(5, 9), input(20, { several: true })]],
  ],
  'input.input-corrections': [['one in ten', 0.1, many(20, (i) => input(90 * i, { cause: i % 10 ? 'insert' : 'delete' }))]],
  'input.wheel-synthesized': [
    ['screen is page', 1, [mouse, wheel(5, 9, 0, true), wheel(9, 9, 0, true)]],
    ['unknown in a kiosk', undefined, [move(0, 1, 1, { flush: true }), wheel(5, 9, 0, true), wheel(9, 9, 0, true)]],
  ],
  'input.wheel-interval-spread': [['a timer', 0, many(8, (i) => wheel(50 * i, 100, -120))]],
  'input.wheel-burst': [['four', 4, many(8, (i) => wheel(50 * i + (i > 3 ? 900 : 0), 100, -120))]],
  'input.wheel-reversals': [['one of eight', 1 / 8, many(8, (i) => wheel(50 * i, i < 5 ? 100 : -100, i < 5 ? -120 : 120))]],
  'input.scroll-handless': [['one of two', 0.5, [wheel(0, 9, 9), scroll(16), scroll(32), scroll(5000), scroll(5016)]]],
  'input.scroll-pace': [['a half each second', 0.5, many(9, (i) => scroll(2000 * i, i))]],
  'input.touch-contact': [['20 px', 20, tap(0, 20)]],
  'input.touch-contact-spread': [['all alike', 0, many(4, (i) => tap(900 * i, 20))]],
  'input.touch-hardwareless': [['no screen', 1, [down(0, 0, 0, { pointer: 'touch', touchable: false })]]],
  'input.touch-dwell': [['80 ms', 80, tap(0, 20)]],
  'input.touch-drift': [['one of four', 0.25, many(4, (i) => tap(900 * i, 20, i ? 0 : 1))]],
  'input.touch-braking': [
    [
      'none',
      1,
      [
        down(0, 0, 0, { pointer: 'touch' }),
        ...many(9, (i) => move(16 * i + 16, 9 * i + 9, 0, { pointer: 'touch' })),
        up(170, 'touch', { x: 81, y: 0 }),
      ],
    ],
  ],
  'input.first-input': [['a key', 1234, [mouse, keyDown(1234), submit(2000)]]],
  'input.still-gaps': [['one of three', 1 / 3, many(4, (i) => [...(i % 3 ? [move(3000 * i - 900, i, 0)] : []), down(3000 * i, 0, 0)])]],
  'input.action-gap-spread': [['fixed waits', 0, many(6, (i) => down(3000 * i, 0, 0))]],
}
