import type { Attacker } from '../harness/attacker.js'
import { PRICE } from '../means/price.js'
import { personVisit } from '../means/trace-visit.js'
import { clientOf, makeEvidence } from '../means/visit.js'

export const challengeHoarder: Attacker = {
  name: 'challenge-hoarder',
  does: 'stocks challenges, proofs and evidence under many keys, and spends them all in one burst',
  atOnce: Infinity,
  residual: {
    why: 'a challenge is good for five minutes, and how many are open is not counted: what is stocked in that time can be spent at once',
    most: 1,
    least: PRICE,
  },
  async start(target) {
    const stock = Array.from({ length: target.tries }, async (_, n) => {
      const visit = { ...personVisit(`hoarder ${n}`, target.meter), address: 1 }
      const client = clientOf(target, visit)
      return { client, ...(await makeEvidence(target, visit, client)) }
    })
    const held = await Promise.all(stock)
    return { attempt: async (n) => held[n]!.client.attest(held[n]!.request) }
  },
}
