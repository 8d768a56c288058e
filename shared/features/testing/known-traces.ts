import { knownMovements } from './known-movements.js'
import { aims, at, correlationOf, deviationOf, inTurn, jump, type Known, many, mouse, overlapping, reach, tap, touch } from './parts.js'
import { char, click, down, input, keyDown, move, scroll, up, wheel } from './traces.js'

/** Traces of which one can say beforehand what each feature reads: plain cases that its textbook definition settles. */
export const knownTraces: Known = {
  ...knownMovements,
  'input.pointer-kind': [
    ['a mouse', 1, [mouse]],
    ['fingers, mostly', 2, [mouse, ...tap(50), ...tap(90)]],
  ],
  'input.press-landing': [
    ['a jump of 90', 90, [move(0, 0, 0), ...jump(90)]],
    ['a jump of 7', 7, [move(0, 0, 0), ...jump(7)]],
  ],
  'input.press-hover-spread': [
    ['a fixed rest', 0, many(5, (i) => [move(900 * i, i, 0), down(900 * i + 100, i, 0)])],
    [
      'four times as long in turn',
      deviationOf(Math.log(4), 3, 2),
      many(5, (i) => [move(900 * i, i, 0), down(900 * i + (i % 2 ? 400 : 100), i, 0)]),
    ],
  ],
  'input.press-offset-spread': [
    ['centres', 0, many(4, (i) => down(500 * i, i, 0, at(0)))],
    ['a tenth to either side', 0.1 * Math.sqrt(4 / 3), many(4, (i) => down(500 * i, i, 0, at(i % 2 ? 10 : -10)))],
  ],
  'input.press-fractional': [
    ['half', 0.5, [down(0, 3, 4), down(500, 3.5, 4)]],
    ['none', 0, [down(0, 3, 4), down(500, 4, 4)]],
    ['unknown where zoomed', undefined, [down(0, 3.5, 4, { zoomed: true })]],
    ['unknown of a pen', undefined, [down(0, 3.5, 4, { pointer: 'pen' })]],
  ],
  'input.pen-pressureless': [
    ['one of two', 0.5, [0, 0.3].map((pressure, i) => down(900 * i, i, 0, { pointer: 'pen', pressure }))],
    ['none where nothing is known', 0, many(2, (i) => down(900 * i, i, 0, { pointer: 'pen' }))],
    ['unknown of one', undefined, [down(0, 0, 0, { pointer: 'pen', pressure: 0 })]],
    ['unknown of others', undefined, many(2, (i) => down(900 * i, i, 0, { pointer: i ? 'mouse' : 'other', pressure: 0 }))],
  ],
  'input.press-unfocused': [
    ['one of four', 0.25, many(4, (i) => [down(500 * i, 0, 0), up(500 * i + 90, 'mouse', { focused: !(i < 1) })])],
    ['three of four', 0.75, many(4, (i) => [down(500 * i, 0, 0), up(500 * i + 90, 'mouse', { focused: !(i < 3) })])],
  ],
  'input.press-scrolled': [
    ['one of four', 0.25, many(4, (i) => [...(i < 1 ? [scroll(3000 * i)] : []), down(3000 * i + 100, 0, 0)])],
    ['three of four', 0.75, many(4, (i) => [...(i < 3 ? [scroll(3000 * i)] : []), down(3000 * i + 100, 0, 0)])],
  ],
  'input.press-throughput': [
    ['3 bit in 400 ms', 7.5, aims(17, 400)],
    ['3 bit in 750 ms', 4, aims(34, 750)],
  ],
  'input.press-fitts': [
    ['a line', 1, many(6, (i) => reach(i, 10 + i))],
    ['ranks 2 1 3 5 4 6', correlationOf(4, 6), many(6, (i) => reach(i, 10 + [1, 0, 2, 4, 3, 5][i]!))],
  ],
  'input.click-untrusted': [
    ['a script’s own', 1, [click(3000, { trusted: false, sends: true })]],
    ['in answer to a hand', 0, [down(2500, 0, 0), click(3000, { trusted: false, sends: true })]],
    ['one of each', 0.5, [down(2500, 0, 0), ...[3000, 9000].map((t) => click(t, { trusted: false, sends: true }))]],
    ['not on what sends', undefined, [click(3000, { trusted: false })]],
  ],
  'input.key-interval-log-spread': [
    ['a metronome', 0, many(12, (i) => keyDown(200 * i, i % 2))],
    ['four times as long in turn', deviationOf(Math.log(4), 6, 5), many(12, (i) => keyDown(inTurn(i, 100, 400), i % 2))],
  ],
  'input.key-rollover': [
    ['every second', 0.5, overlapping(2)],
    ['every fifth', 0.2, overlapping(5)],
  ],
  'input.key-shift-unflagged': [
    ['one of four', 0.25, many(4, (i) => keyDown(99 * i, 0, { shifts: true, modifier: true, shift: !(i < 1) }))],
    ['three of four', 0.75, many(4, (i) => keyDown(99 * i, 0, { shifts: true, modifier: true, shift: !(i < 3) }))],
  ],
  'input.key-charless': [
    ['one of four', 0.25, many(4, (i) => [...(i < 1 ? [] : [keyDown(90 * i)]), char(90 * i)])],
    ['three of four', 0.75, many(4, (i) => [...(i < 3 ? [] : [keyDown(90 * i)]), char(90 * i)])],
  ],
  'input.key-split': [
    ['one of four', 0.25, many(4, (i) => [keyDown(100 * i), char(100 * i + (i < 1 ? 5 : 0))])],
    ['three of four', 0.75, many(4, (i) => [keyDown(100 * i), char(100 * i + (i < 3 ? 5 : 0))])],
  ],
  'input.input-bulk': [
    ['one of two', 0.5, [mouse, input(10), input(20, { several: true })]],
    ['none', 0, [mouse, input(10), input(20)]],
    ['unknown with fingers', undefined, [mouse, ...tap(5), input(20, { several: true })]],
  ],
  'input.input-corrections': [
    ['one in ten', 0.1, many(20, (i) => input(90 * i, { cause: i % 10 ? 'insert' : 'delete' }))],
    ['one in four', 0.25, many(20, (i) => input(90 * i, { cause: i % 4 ? 'insert' : 'delete' }))],
  ],
  'input.wheel-synthesized': [
    ['screen is page', 1, [mouse, wheel(5, 9, 0, true), wheel(9, 9, 0, true)]],
    ['one of two', 0.5, [mouse, wheel(5, 9, 0, true), wheel(9, 9, 0)]],
    ['unknown in a kiosk', undefined, [move(0, 1, 1, { flush: true }), wheel(5, 9, 0, true), wheel(9, 9, 0, true)]],
  ],
  'input.wheel-interval-spread': [
    ['a timer', 0, many(8, (i) => wheel(50 * i, 100, -120))],
    ['four times as long in turn', deviationOf(Math.log(4), 4, 3), many(8, (i) => wheel(inTurn(i, 50, 200), 100, -120))],
  ],
  'input.wheel-burst': [
    ['four', 4, many(8, (i) => wheel(50 * i + (i > 3 ? 900 : 0), 100, -120))],
    ['two', 2, many(8, (i) => wheel(inTurn(i, 50, 900), 100, -120))],
  ],
  'input.wheel-reversals': [
    ['one of eight', 1 / 8, many(8, (i) => wheel(50 * i, i < 5 ? 100 : -100, i < 5 ? -120 : 120))],
    ['three of eight', 3 / 8, many(8, (i) => wheel(50 * i, i % 4 < 2 ? 100 : -100, i % 4 < 2 ? -120 : 120))],
  ],
  'input.scroll-handless': [
    ['one of two', 0.5, [wheel(0, 9, 9), scroll(16), scroll(32), scroll(5000), scroll(5016)]],
    ['two of three', 2 / 3, [wheel(0, 9, 9), scroll(16), scroll(32), scroll(5000), scroll(9000)]],
  ],
  'input.reading-pace': [
    ['200 words a window, one in 50 s of which 10 are reading', 20, many(9, (i) => scroll(50_000 * i, i, 200))],
    ['two windows a second', 600, many(9, (i) => scroll(1000 * i, 2 * i, 300))],
    ['up and down again', 250, many(9, (i) => scroll(1000 * i, i % 2, 250))],
    ['pictures only', 0, many(9, (i) => scroll(1000 * i, i, 0))],
    ['unknown until words are counted', 100, many(20, (i) => scroll(1000 * i, i, i < 9 ? Number.NaN : 100))],
    ['unknown where they never are', undefined, many(9, (i) => scroll(1000 * i, i))],
    ['unknown within 5 s', undefined, many(5, (i) => scroll(1000 * i, i, 100))],
  ],
  'input.touch-hardwareless': [
    ['no screen', 1, [touch(0, false)]],
    ['one of two', 0.5, [touch(0, false), touch(900, true)]],
  ],
  'input.touch-centred': [
    ['two of three', 2 / 3, [0, 1, 9].flatMap((dx, i) => tap(900 * i, at(dx)))],
    ['none', 0, many(3, (i) => tap(900 * i, at(2)))],
    ['unknown of two', undefined, many(2, (i) => tap(900 * i, at(0)))],
    ['unknown of small things', undefined, many(3, (i) => tap(900 * i, { offset: { dx: 0, dy: 0, width: 99, height: 20 } }))],
    ['unknown of a mouse', undefined, many(3, (i) => [down(900 * i, 0, 0, at(0)), up(900 * i + 80)])],
  ],
  'input.touch-dwell': [
    ['80 ms', 80, tap(0)],
    ['150 ms', 150, [touch(0, true), up(150, 'touch', { x: 0, y: 0 })]],
  ],
  'input.still-gaps': [
    ['one of three', 1 / 3, many(4, (i) => [...(i % 3 ? [move(3000 * i - 900, i, 0)] : []), down(3000 * i, 0, 0)])],
    ['two of three', 2 / 3, many(4, (i) => [...(i === 1 ? [move(2100, i, 0)] : []), down(3000 * i, 0, 0)])],
  ],
  'input.action-gap-spread': [
    ['fixed waits', 0, many(6, (i) => down(3000 * i, 0, 0))],
    ['thrice as long in turn', deviationOf(Math.log(3), 3, 2), many(6, (i) => down(inTurn(i, 2000, 6000), 0, 0))],
  ],
}
