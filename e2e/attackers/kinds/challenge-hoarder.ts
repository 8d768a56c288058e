import type { Attacker, Loot } from '../harness/attacker.js'
import { unlessRefused } from '../harness/refused.js'
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
    const stockOne = async (n: number) => {
      const visit = { ...personVisit(`hoarder ${n}`, target.meter), address: 1 }
      const client = clientOf(target, visit)
      const { request } = await makeEvidence(target, visit, client)
      return () => client.attest(request)
    }
    // One that it does not get is one less to spend.
    const none = (end: string) => async (): Promise<Loot> => ({ end })
    const held = await Promise.all(Array.from({ length: target.tries }, (_, n) => unlessRefused(() => stockOne(n), none)))
    return { attempt: (n) => held[n]!() }
  },
}
