import type { Attacker } from '../harness/attacker.js'
import { type Captured, capture } from '../means/capture.js'
import { PRICE } from '../means/price.js'
import { visit } from '../means/visit.js'

/** The third that is alike is asked. */
const USES = 2

export const resignedReplay: Attacker = {
  name: 'resigned-replay',
  does: `puts a captured summary under a new challenge, new work and a new key, ${USES} times, and captures another`,
  atOnce: Infinity,
  residual: {
    why: 'on a busy site one or two that are alike may be chance, and people are not asked for that: each captured visit is worth two verdicts',
    most: 1,
    least: PRICE,
  },
  async start(target) {
    const captures = new Map<number, Promise<Captured>>()
    const captured = (place: number): Promise<Captured> => {
      const known = captures.get(place) ?? capture(target, `resigned-replay ${place}`)
      captures.set(place, known)
      return known
    }
    return { attempt: async (n) => visit(target, { ...(await captured(Math.floor(n / USES))).visit, address: n }) }
  },
}
