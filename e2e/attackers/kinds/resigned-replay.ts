import type { Attacker } from '../harness/attacker.js'
import { capture } from '../means/capture.js'
import { PRICE } from '../means/price.js'
import { visit } from '../means/visit.js'

export const resignedReplay: Attacker = {
  name: 'resigned-replay',
  does: 'puts a captured summary under a new challenge, new work and a new key',
  atOnce: Infinity,
  residual: {
    why: 'a summary is not bound to its challenge, and nothing remembers it; until an index of near duplicates does',
    most: 1,
    least: PRICE,
  },
  async start(target) {
    const { visit: captured } = await capture(target, 'resigned-replay')
    return { attempt: (n) => visit(target, { ...captured, address: n }) }
  },
}
