import type { Attacker } from '../harness/attacker.js'
import { PRICE } from '../means/price.js'
import { personVisit } from '../means/trace-visit.js'
import { visit } from '../means/visit.js'

export const tokenMule: Attacker = {
  name: 'token-mule',
  does: 'has verdicts earned for the very page and action by somebody else’s client, and shows them from its own',
  atOnce: Infinity,
  residual: {
    why: 'a verdict is good in whoever’s hands it is, until the Relying Party asks for proof of possession of the key that it names',
    most: 1,
    least: PRICE,
  },
  async start(target) {
    // Whoever shows the verdict has nothing else of the client that earned it: no key, no session, no address.
    return { attempt: (n) => visit(target, { ...personVisit(`mule ${n}`, target.meter), address: n }) }
  },
}
