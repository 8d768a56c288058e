import type { Attacker, Target } from '../harness/attacker.js'
import { capture } from '../means/capture.js'
import { createClient } from '../means/client.js'
import { makeKey } from '../means/device-key.js'
import { claimsOf, proofOf, takeChallenge } from '../means/visit.js'

/** Proofs are as long for each challenge as for any other, and look alike. */
async function proofOnce(target: Target): Promise<string> {
  const [key, held] = [await makeKey(), await takeChallenge(createClient(target))]
  return proofOf(held, key, { summary: { tells: '', features: '', tally: [], card: '', llr: 0 } }, target)
}

export const proofReplay: Attacker = {
  name: 'proof-replay',
  does: 'does the work once, and shows the same proof for every new challenge',
  async start(target) {
    const [{ visit }, proof] = [await capture(target, 'proof-replay'), await proofOnce(target)]
    return {
      async attempt(n) {
        const client = createClient(target, { address: n })
        const [key, held] = [await makeKey(), await takeChallenge(client)]
        const { claims, open } = claimsOf(held, proof, visit, target)
        return client.attest({ challenge: held.challenge.challenge, evidence: await key.sign(claims) }, open)
      },
    }
  },
}
