import type { Attacker } from '../harness/attacker.js'
import { PRICE } from '../means/price.js'
import { personVisit } from '../means/trace-visit.js'
import { visit } from '../means/visit.js'

/** Where all deceived visitors seem to come from. */
const RELAY = 7

export const rewritingRelay: Attacker = {
  name: 'rewriting-relay',
  does: 'lures people to a look-alike page with a collector of its own, which says that it stands on ours',
  atOnce: Infinity,
  residual: {
    why: 'the page’s own script says where it is, and the relay wrote that script: only the address that all come from, and whose keys, tell',
    most: 1,
    least: PRICE,
  },
  async start(target) {
    return { attempt: (n) => visit(target, { ...personVisit(`deceived ${n}`, target.meter), address: RELAY }) }
  },
}
