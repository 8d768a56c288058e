import { bent, beyond, correlationOf, deviationOf, easing, end, inTurn, type Known, line, many, stroke, strokes } from './parts.js'
import { move } from './traces.js'

/** A place for each eighth of a second, so many px apart, in turn. */
const walk = (one = 20, other = 20, count = 14) => many(count, (i) => move(125 * i + 10, inTurn(i, one, other), 0))
/** To the right and down in turn, so many eighths of a second each. */
const stairs = (each: number) =>
  many(14, (i) => {
    const down = Array.from({ length: i }, (_, k) => Math.floor(k / each) % 2).reduce((sum, one) => sum + one, 0)
    return move(125 * i + 10, 20 * (i - down), 20 * down)
  })

/** Known traces of the mouse on its way. */
export const knownMovements: Known = {
  'input.strokes': [
    ['three', 3, strokes(3, (t) => line(t))],
    ['five', 5, strokes(5, (t) => line(t))],
  ],
  'input.sampling': [
    ['every 16 ms', 16, many(40, (i) => move(16 * i, i, 0))],
    ['every 8 ms', 8, many(40, (i) => move(8 * i, i, 0))],
  ],
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
    ['one bent of four', 0.75, strokes(4, (t, i) => (i ? line(t) : bent(t)))],
    ['three bent of four', 0.25, strokes(4, (t, i) => (i ? bent(t) : line(t)))],
  ],
  'input.movement-peak-position': [
    ['a bell', 0.5, strokes(3, (t) => easing(t, (s) => s * s * (3 - 2 * s)))],
    ['speeding up', 0.985, strokes(3, (t) => easing(t, (s) => s * s))],
  ],
  'input.movement-peak-spread': [
    ['one easing', 0, strokes(5, (t) => easing(t, (s) => s * s * (3 - 2 * s)))],
    [
      'three that slow down and two that speed up',
      deviationOf(0.97, 3, 2),
      strokes(5, (t, i) => easing(t, (s) => (i % 2 ? s * s : s * (2 - s)))),
    ],
  ],
  'input.movement-step-entropy': [
    ['a fixed stride', 0, many(60, (i) => move(16 * i, 8 * i, 0))],
    ['two strides in turn, of 32', 1 / 5, many(61, (i) => move(16 * i, inTurn(i, 8, 10), 0))],
  ],
  'input.movement-speed-autocorrelation': [
    ['to and fro', -1, many(60, (i) => move(16 * i, 10 * i + (i % 2), 0))],
    ['a wave of six steps', Math.cos(Math.PI / 3), many(63, (i) => move(16 * i, 10 * i + 2 * Math.sin((Math.PI * i) / 3), 0))],
  ],
  'input.movement-curve-residual': [
    ['a line', 0, strokes(1, (t) => line(t))],
    ['a cubic curve', 0, strokes(1, (t) => stroke(t, (s) => [600 * s, 200 * s * (1 - s) * (1 - 2 * s)], 17, 60))],
    // Of three whole waves, a cubic can follow a thousandth.
    ['three waves', 30 / Math.SQRT2 / 600, strokes(1, (t) => stroke(t, (s) => [600 * s, 30 * Math.sin(6 * Math.PI * s)], 17, 60))],
  ],
  'input.movement-repetition': [
    ['the second and third of three', 2 / 3, strokes(3, (t) => line(t))],
    ['one of three', 1 / 3, strokes(3, (t, i) => (i ? line(t) : bent(t)))],
  ],
  'input.movement-overshoot': [
    ['one of three', 1 / 3, strokes(3, (t, i) => (i ? line(t) : beyond(t)))],
    ['two of three', 2 / 3, strokes(3, (t, i) => (i ? beyond(t) : line(t)))],
  ],
  'input.movement-scaling': [
    ['one pace', 1, strokes(5, (t, i) => line(t, 100 * 2 ** i, 4 * 2 ** i))],
    ['ranks 1 3 2 5 4', correlationOf(4, 5), strokes(5, (t, i) => line(t, 100 * 2 ** i, 8 * 2 ** ([0, 2, 1, 4, 3][i]! / 2)))],
  ],
  'input.movement-duration-spread': [
    ['one time', 0, strokes(5, (t, i) => line(t, 100 * i + 100))],
    ['once as long again', deviationOf(Math.log(2), 3, 2), strokes(5, (t, i) => line(t, 400, i % 2 ? 20 : 10))],
  ],
  'input.movement-interval-variation': [
    ['a timer', 0, many(60, (i) => move(16 * i, 8 * i, 0))],
    ['10 and 20 ms in turn', 1 / 3, many(61, (i) => move(inTurn(i, 10, 20), 8 * i, 0))],
  ],
  'input.movement-pause-spread': [
    ['fixed rests', 0, many(9, (i) => move(400 * i, i, 0))],
    ['four times as long in turn', deviationOf(Math.log(4), 4, 4), many(9, (i) => move(inTurn(i, 200, 800), i, 0))],
  ],
  'input.glides': [
    ['a walk of 12', 12, walk()],
    ['one of 28', 28, walk(20, 20, 30)],
  ],
  'input.movement-glide-variation': [
    ['one pace', 0, walk()],
    ['two in turn', Math.sqrt(12 / 11) / 3, walk(10, 20)],
  ],
  'input.movement-glide-entropy': [
    ['one pace', 0, walk()],
    ['two in turn', Math.log(2) / Math.log(20), walk(10, 20)],
  ],
  'input.movement-glide-peaks': [
    ['one pace', 0, walk()],
    ['two in turn', 5 / 12, walk(20, 10)],
  ],
  'input.movement-glide-straight': [
    ['a line', 1, walk()],
    ['a turn each time', 0, stairs(1)],
    ['two turns of eleven', 9 / 11, stairs(4)],
  ],
  'input.movement-glide-change': [
    ['one pace', 0, walk()],
    ['to twice or half', Math.log(2), walk(10, 20)],
  ],
}
