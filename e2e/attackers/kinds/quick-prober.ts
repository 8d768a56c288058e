import type { Attacker } from '../harness/attacker.js'
import { believe, probe } from '../means/probing.js'

export const quickProber: Attacker = {
  name: 'quick-prober',
  does: 'climbs as scorer-prober does, at a site that delays enforcement, and takes the first allow for what it says',
  isFollowedUp: true,
  async start(target) {
    return { attempt: async (n) => (await probe(target, n, believe)).loot }
  },
}
