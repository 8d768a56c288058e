import type { Attacker } from '../harness/attacker.js'
import { type MakeSure, probe } from '../means/probing.js'

/** No network is deferred more often in a day: docs/control-plane.md. */
const MOST_DEFERRED = 60

/** Asks the same until it would have turned. Once it did, its network has had its deferral, and answers are what they say. */
function untilItTurns(): MakeSure {
  let isOver = false
  return async (answer, again) => {
    let last = answer
    for (let i = 0; !isOver && last.end === 'allow' && i < MOST_DEFERRED; i++) {
      last = await again()
      isOver = last.end !== 'allow'
    }
    return last
  }
}

export const patientProber: Attacker = {
  name: 'patient-prober',
  does: 'climbs at a site that delays enforcement, once its network’s deferral is used up: it repeats what is let through until it turns',
  isFollowedUp: true,
  residual: {
    why: 'a deferral has an end, or the option would let everybody through: it costs up to sixty questions for each network and day, and answers are true from then on',
    most: 1,
    least: { cpu: 0.2 },
  },
  async start(target) {
    return { attempt: async (n) => (await probe(target, n, untilItTurns())).loot }
  },
}
