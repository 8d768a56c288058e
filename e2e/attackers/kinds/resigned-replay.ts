import type { Attacker } from '../harness/attacker.js'
import { capture } from '../means/capture.js'
import { visit } from '../means/visit.js'

export const resignedReplay: Attacker = {
  name: 'resigned-replay',
  does: 'puts a captured summary under a new challenge, new work and a new key',
  atOnce: Infinity,
  async start(target) {
    const { visit: captured } = await capture(target, 'resigned-replay')
    return { attempt: (n) => visit(target, { ...captured, address: n }) }
  },
}
