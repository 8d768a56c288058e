import { decodeJwt } from 'jose'
import type { FeatureId } from '../../../shared/features/index.js'
import { traceFeatures } from '../../../shared/trace/trace-features.js'
import { createChooser } from '../../hands/chooser.js'
import type { Attacker, Loot, Target } from '../harness/attacker.js'
import { backedBy } from '../means/backing.js'
import { vary } from '../means/possible.js'
import { robotTrace } from '../means/robot-trace.js'
import { type Readings, readTrace, summarise } from '../means/summary.js'
import { visit } from '../means/visit.js'

/** How many questions a try may ask. */
const QUESTIONS = 40
/** Changed blindly, a few at a time: it acts as if it had never seen the card's weights. What no visit could say it does not ask. */
const CHANGES = 6
/** It moves as a robot does, and may show it: what can be read from that it leaves as it is. */
const shown: ReadonlySet<FeatureId> = new Set(traceFeatures.map(({ id }) => id))
const RANKS: readonly string[] = ['allow', 'challenge', 'block']

/** What the answer gives away: the score where it still says one, in the body or in the token that everyone can read; else the action. */
function heightOf({ token, end }: Loot): number {
  const score = token === undefined ? undefined : decodeJwt(token).score
  const rank = RANKS.indexOf(end)
  return (rank < 0 ? RANKS.length : rank) + (typeof score === 'number' ? score : 0)
}

async function climb(target: Target, n: number): Promise<Loot> {
  const chooser = createChooser(`prober ${n}`)
  const events = robotTrace(chooser)
  const [{ readings: first, tally }, backing] = [readTrace(events, 6000), backedBy(events)]
  // Questions are free: nothing makes it work for them.
  const ask = (readings: Readings) =>
    visit(target, { summary: target.meter.spend(() => summarise(readings, tally)), backing, address: n, shirks: true })
  let [readings, best] = [first, await ask(first)]
  if (best.end === 'allow') throw new Error('what it begins with is let through: there is nothing to climb')
  for (let i = 1; i < QUESTIONS && best.end !== 'allow'; i++) {
    const next = target.meter.spend(() => vary(readings, tally, chooser, CHANGES, shown))
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
    why: 'readings that give a robot away can be left out, and a visit without them is one that did little; work that is missing only weighs: until a verdict has a price',
    most: 1,
    least: { cpu: 0.2 },
  },
  async start(target) {
    return { attempt: (n) => climb(target, n) }
  },
}
