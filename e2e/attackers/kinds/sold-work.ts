import type { Attacker } from '../harness/attacker.js'
import { createClient } from '../means/client.js'
import { makeKey } from '../means/device-key.js'
import { personVisit } from '../means/trace-visit.js'
import { claimsOf, proofOf, takeChallenge } from '../means/visit.js'

export const soldWork: Attacker = {
  name: 'sold-work',
  does: 'buys work that was done for the same challenge under the seller’s key, and signs with its own',
  async start(target) {
    const seller = await makeKey()
    return {
      async attempt(n) {
        const client = createClient(target, { address: n })
        const [key, held] = [await makeKey(), await takeChallenge(client)]
        const visit = personVisit(`sold ${n}`, target.meter)
        const proof = proofOf(held, seller, visit, target)
        const { claims, open } = claimsOf(held, proof, visit, target)
        return client.attest({ challenge: held.challenge.challenge, evidence: await key.sign(claims) }, open)
      },
    }
  },
}
