import type { Attacker } from '../harness/attacker.js'
import { personVisit } from '../means/trace-visit.js'
import { visit } from '../means/visit.js'

/** In s: beyond what browsers round and answers take. */
const SHIFTS = [-86_400, -60, -30, 30, 60, 300, 86_400] as const

export const clockLiar: Attacker = {
  name: 'clock-liar',
  does: 'dates evidence before its challenge, or ahead, so that it seems older or keeps for longer',
  async start(target) {
    const visitOf = (n: number) => ({ ...personVisit(`clock ${n}`, target.meter), lasts: 0 })
    return { attempt: (n) => visit(target, { ...visitOf(n), address: n, shift: SHIFTS[n % SHIFTS.length]! }) }
  },
}
