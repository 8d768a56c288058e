import { decodeJwt } from 'jose'
import { type FeatureId, features } from '../../../shared/features/index.js'
import type { InputEvent } from '../../../shared/features/input-event.js'
import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import { onScale } from '../../../shared/scale.js'
import { type Chooser, createChooser } from '../../hands/chooser.js'
import type { Attacker, Loot, Target } from '../harness/attacker.js'
import { signUpTrace } from '../means/hand.js'
import { type Readings, readTrace, summarise } from '../means/summary.js'
import { visit } from '../means/visit.js'

/** How many questions a try may ask. */
const QUESTIONS = 40
const RANKS: readonly string[] = ['allow', 'challenge', 'block']

/** One place only, where the target is: presses without a way that leads to them, which last no time, as keys do. */
function robotTrace(chooser: Chooser): InputEvent[] {
  const events = signUpTrace(chooser, (_, to) => [{ t: 1, ...to }])
  let last = 0
  return events.map((event) => {
    const isAtOnce = ['key-up', 'up', 'click', 'input', 'char'].includes(event.kind)
    last = isAtOnce ? Math.min(event.t, last + 1) : event.t
    const offset = { dx: 0, dy: 0, width: 300, height: 44 }
    return { ...event, t: last, ...(event.kind === 'down' && { offset }) }
  })
}

/** What the answer gives away: the score where it still says one, in the body or in the token that everyone can read; else the action. */
function heightOf({ token, end }: Loot): number {
  const score = token === undefined ? undefined : decodeJwt(token).score
  const rank = RANKS.indexOf(end)
  return (rank < 0 ? RANKS.length : rank) + (typeof score === 'number' ? score : 0)
}

/** Changes a few readings, blindly: it acts as if it had never seen the card's weights. */
function mutate(readings: Readings, { between, pick }: Chooser): Readings {
  const changes = Array.from({ length: 6 }, (): readonly [FeatureId, Observation<number>] => {
    const { id, range } = pick([...features].filter((one) => readings.get(one.id)?.state === 'ok'))
    const value = onScale(range[0] + (range[1] - range[0]) * between(0, 1) ** pick([1, 3, 6]), range)
    return [id, pick([seen(value), unsupported])]
  })
  return new Map([...readings, ...changes])
}

async function climb(target: Target, n: number): Promise<Loot> {
  const chooser = createChooser(`prober ${n}`)
  const { readings: first, tally } = readTrace(robotTrace(chooser), 6000)
  // Questions are free: nothing makes it work for them.
  const ask = (readings: Readings) =>
    visit(target, { summary: target.meter.spend(() => summarise(readings, tally)), address: n, shirks: true })
  let [readings, best] = [first, await ask(first)]
  if (best.end === 'allow') throw new Error('what it begins with is let through: there is nothing to climb')
  for (let i = 1; i < QUESTIONS && best.end !== 'allow'; i++) {
    const next = mutate(readings, chooser)
    const answer = await ask(next)
    if (heightOf(answer) > heightOf(best)) continue
    readings = next
    best = answer
  }
  return best
}

export const scorerProber: Attacker = {
  name: 'scorer-prober',
  does: 'starts from a robot’s summary and climbs by what the answers say, forty questions at most and none paid for',
  residual: {
    why: 'the score stands in every answer and in the verdict, and questions cost nothing; until answers are coarse and have a price',
    most: 1,
    least: { cpu: 0.1 },
  },
  async start(target) {
    return { attempt: (n) => climb(target, n) }
  },
}
