import type { Attacker } from '../harness/attacker.js'
import { PRICE } from '../means/price.js'
import { personVisit } from '../means/trace-visit.js'
import { visit } from '../means/visit.js'

export const traceForger: Attacker = {
  name: 'trace-forger',
  does: 'forges a whole plausible trace, runs our own features over it, and takes the time that it would take',
  atOnce: Infinity,
  residual: {
    why: 'a program that moves as people do cannot be told by its movement: it pays wall time, work and a key for each verdict',
    most: 1,
    least: PRICE,
  },
  async start(target) {
    return { attempt: (n) => visit(target, { ...personVisit(`forger ${n}`, target.meter), address: n }) }
  },
}
