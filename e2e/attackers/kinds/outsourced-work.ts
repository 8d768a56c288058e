import type { Attacker } from '../harness/attacker.js'
import { createClient } from '../means/client.js'
import { makeKey } from '../means/device-key.js'
import { PRICE } from '../means/price.js'
import { personVisit } from '../means/trace-visit.js'
import { claimsOf, takeChallenge } from '../means/visit.js'
import { solve } from '../means/work.js'

export const outsourcedWork: Attacker = {
  name: 'outsourced-work',
  does: 'has the work done by others, who learn the nonce and its thumbprint and nothing else',
  residual: {
    why: 'work is bound to challenge and key, never to who does it: it is a price, paid in somebody’s processor time',
    most: 1,
    least: PRICE,
  },
  async start(target) {
    return {
      async attempt(n) {
        const client = createClient(target, { address: n })
        const [key, held] = [await makeKey(), await takeChallenge(client)]
        const { nonce, pow } = held.challenge
        const bought = solve({ nonce, pow }, key.thumbprint, target.meter)
        const { claims, open } = claimsOf(held, bought, personVisit(`outsourced ${n}`, target.meter), target)
        return client.attest({ challenge: held.challenge.challenge, evidence: await key.sign(claims) }, open)
      },
    }
  },
}
