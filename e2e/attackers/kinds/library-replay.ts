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

/** The same visit, but not the same numbers: a little faster or slower, and a pixel beside. */
function withNoise(events: readonly InputEvent[], { between }: Chooser): InputEvent[] {
  const pace = between(0.95, 1.05)
  return events.map((event) => {
    const t = event.t * pace
    if (event.kind !== 'move') return { ...event, t }
    return { ...event, t, x: Math.round(event.x + between(-1, 1)), y: Math.round(event.y + between(-1, 1)) }
  })
}

export const libraryReplay: Attacker = {
  name: 'library-replay',
  does: 'has a dozen traces of people, and replays them with a little noise under ever new keys',
  atOnce: Infinity,
  residual: {
    why: 'noise makes a trace another one for whoever compares exactly; until near duplicates are looked for over all keys',
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
