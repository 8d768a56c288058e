import { type FeatureId, features } from '../../../shared/features/index.js'
import { type Observation, seen } from '../../../shared/observation.js'
import { onScale } from '../../../shared/scale.js'
import type { Attacker } from '../harness/attacker.js'
import { PRICE } from '../means/price.js'
import { summarise } from '../means/summary.js'
import { visit } from '../means/visit.js'

/** What hands give, by the card and the books: nothing of it was ever measured. Times in ms. */
const IDEAL: Readonly<Partial<Record<FeatureId, number>>> = {
  ...{ 'input.glides': 96, 'input.movement-path-efficiency': 0.984, 'input.movement-bow': 0.031, 'input.movement-speed-variation': 0.72 },
  ...{ 'input.movement-speed-peaks': 2.9, 'input.movement-turn-entropy': 0.52, 'input.movement-speed-entropy': 0.93 },
  ...{ 'input.movement-even-steps': 0.12, 'input.movement-coalescing': 1.8, 'input.press-teleports': 0, 'input.press-hover': 164 },
  ...{ 'input.press-dwell': 92, 'input.press-dwell-spread': 17.2, 'input.press-centred': 0, 'input.press-pressureless': 0 },
  ...{ 'input.key-dwell': 96, 'input.key-dwell-spread': 24.1, 'input.key-interval': 188, 'input.key-interval-spread': 96.4 },
  ...{ 'input.key-shiftless': 0, 'input.input-keyless': 0, 'input.wheel-scrolls': 13.5, 'input.wheel-inconsistent': 0 },
  'input.submit-handless': 0,
}

/** Enough of everything to stand for these, in 21 seconds. */
const TALLY = {
  ...{ elapsed: 21_460, moves: 412, presses: 5, releases: 5, clicks: 5, wheels: 14, scrolls: 189, keys: 41, inputs: 37 },
  ...{ pastes: 0, submits: 1, focuses: 6, hides: 0, untrusted: 0, lost: 0 },
}

const readings = new Map<FeatureId, Observation<number>>(
  features.flatMap(({ id, range }) => (IDEAL[id] === undefined ? [] : [[id, seen(onScale(IDEAL[id], range))] as const])),
)

export const idealForger: Attacker = {
  name: 'ideal-forger',
  does: 'has read our source, and posts the same ideal summary each time',
  residual: {
    why: 'one summary is as good as another as long as nothing compares it with others or asks for what it was made of',
    most: 1,
    least: PRICE,
  },
  async start(target) {
    return { attempt: (n) => visit(target, { summary: summarise(readings, TALLY), address: n }) }
  },
}
