import type { Attacker, Loot, Target } from '../harness/attacker.js'
import { believe, probe } from '../means/probing.js'

async function tryOnce(target: Target, n: number): Promise<Loot> {
  const { loot, questions } = await probe(target, n, believe)
  if (questions === 1 && loot.end === 'allow') throw new Error('what it begins with is let through: there is nothing to climb')
  return loot
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
    return { attempt: (n) => tryOnce(target, n) }
  },
}
