import type { Attacker } from '../harness/attacker.js'
import { personVisit } from '../means/trace-visit.js'
import { visit } from '../means/visit.js'

export const workShirker: Attacker = {
  name: 'work-shirker',
  does: 'forges a trace and does none of the work',
  residual: {
    why: 'slow devices are not turned away for work that they had no time for, so that missing work only weighs; until a verdict has a price',
    most: 1,
    least: { cpu: 0.2 },
  },
  async start(target) {
    return { attempt: (n) => visit(target, { ...personVisit(`shirker ${n}`, target.meter), lasts: 0, address: n, shirks: true }) }
  },
}
