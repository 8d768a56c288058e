import type { Attacker } from '../harness/attacker.js'
import { personVisit } from '../means/trace-visit.js'
import { type Visit, visit } from '../means/visit.js'

const LOOK_ALIKE = 'https://sh0p.example'

export const lookAlikeRelay: Attacker = {
  name: 'look-alike-relay',
  does: 'lures people to a look-alike page with our collector on it, and relays what it sends, headers changed as it likes',
  async start(target) {
    // The evidence is the visitor's: it names the page that they are on. What is around it is the relay's to choose.
    const ways: readonly Partial<Visit>[] = [
      { origin: LOOK_ALIKE, sentFrom: LOOK_ALIKE },
      { origin: LOOK_ALIKE, sentFrom: target.origin },
      { origin: LOOK_ALIKE, sentFrom: target.cheapOrigin },
    ]
    return {
      attempt: (n) => visit(target, { ...personVisit(`relay ${n}`, target.meter), lasts: 0, address: n, ...ways[n % ways.length] }),
    }
  },
}
