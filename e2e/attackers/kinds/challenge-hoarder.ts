import type { Attacker, Loot } from '../harness/attacker.js'
import { unlessRefused } from '../harness/refused.js'
import { PRICE } from '../means/price.js'
import { personVisit } from '../means/trace-visit.js'
import { clientOf, makeEvidence } from '../means/visit.js'

export const challengeHoarder: Attacker = {
  name: 'challenge-hoarder',
  does: 'stocks challenges, proofs and evidence under many keys in many networks, and spends them all in one burst',
  atOnce: Infinity,
  residual: {
    why: 'what one network hoards gets dearer for it, up to four times; over networks that are rented, five minutes’ stock can be spent at once',
    most: 1,
    least: PRICE,
  },
  async start(target) {
    const stockOne = async (n: number) => {
      const visit = { ...personVisit(`hoarder ${n}`, target.meter), address: n }
      const client = clientOf(target, visit)
      const { request, open } = await makeEvidence(target, visit, client)
      return () => client.attest(request, open)
    }
    // One that it does not get is one less to spend.
    const none = (end: string) => async (): Promise<Loot> => ({ end })
    const held = await Promise.all(Array.from({ length: target.tries }, (_, n) => unlessRefused(() => stockOne(n), none)))
    return { attempt: (n) => held[n]!() }
  },
}
