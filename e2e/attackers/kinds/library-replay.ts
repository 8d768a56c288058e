import type { InputEvent } from '../../../shared/features/input-event.js'
import { type Chooser, createChooser } from '../../hands/chooser.js'
import { missingRecordings, recordingsOf, sources } from '../../hands/recordings.js'
import { fitStroke, misfit, strokesOf } from '../../hands/strokes.js'
import type { Attacker } from '../harness/attacker.js'
import { type Reach, reachByTheBooks, signUpTrace } from '../means/hand.js'
import { PRICE } from '../means/price.js'
import { passing } from '../means/trace-visit.js'
import { visit } from '../means/visit.js'

/** So many traces for however many verdicts. */
const TRACES = 12
/** Of whom the recordings are, where they are there. */
const PERSON = 'user83'

/** As that person went such ways, bent to fit; where there are no recordings, by the books. */
function reachOfLibrary(): Reach {
  if (missingRecordings() !== undefined) return reachByTheBooks
  const strokes = strokesOf(recordingsOf(sources.pointer, PERSON))
  return (from, to, { pick }) => {
    const fitting = [...strokes].sort((a, b) => misfit(a, from, to) - misfit(b, from, to)).slice(0, 10)
    const { approach } = fitStroke(pick(fitting), from, to)
    return approach.flatMap(([t, operation, x, y]) => (operation === 'move' ? [{ t, x: Number(x), y: Number(y) }] : []))
  }
}

/** More than a sketch puts up with: it is known where waits and ways are 3 % longer or shorter, and seldom with 10 % (decision 34). */
const NOISE = 0.2

/** The same visit, but not the same numbers: each wait and each way of the mouse a little longer or shorter. */
function withNoise(events: readonly InputEvent[], { between }: Chooser): InputEvent[] {
  let [t, was] = [0, 0]
  return events.map((event) => {
    t += Math.max(0, event.t - was) * between(1 - NOISE, 1 + NOISE)
    was = event.t
    if (event.kind !== 'move') return { ...event, t }
    return { ...event, t, x: Math.round(event.x + between(-2, 2)), y: Math.round(event.y + between(-2, 2)) }
  })
}

export const libraryReplay: Attacker = {
  name: 'library-replay',
  does: 'has a dozen traces of people, and replays them under ever new keys with more noise than sketches put up with',
  atOnce: Infinity,
  residual: {
    why: 'a sketch knows what differs by a few percent: wider, and people are taken for each other; what keys have in common is seen where few traces are half of all visits, and weighs nothing',
    most: 1,
    least: PRICE,
  },
  async start(target) {
    const { meter } = target
    const reach = meter.spend(reachOfLibrary)
    const library = meter.spend(() => Array.from({ length: TRACES }, (_, i) => signUpTrace(createChooser(`library ${i}`), reach)))
    const again = (n: number, draw: number) => withNoise(library[n % TRACES]!, createChooser(`noise ${n} ${draw}`))
    return { attempt: (n) => visit(target, { ...passing((draw) => again(n, draw), meter), address: n }) }
  },
}
