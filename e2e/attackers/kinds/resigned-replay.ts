import type { Attacker } from '../harness/attacker.js'
import { type Captured, capture, overheard } from '../means/capture.js'
import { visit } from '../means/visit.js'

/** The third that is alike is asked. */
const USES = 2

export const resignedReplay: Attacker = {
  name: 'resigned-replay',
  does: `puts a captured summary and its commitment under a new challenge, new work and a new key, ${USES} times, and captures another`,
  atOnce: Infinity,
  async start(target) {
    const captures = new Map<number, Promise<Captured>>()
    const captured = (place: number): Promise<Captured> => {
      const known = captures.get(place) ?? capture(target, `resigned-replay ${place}`)
      captures.set(place, known)
      return known
    }
    return {
      async attempt(n) {
        const known = await captured(Math.floor(n / USES))
        return visit(target, { ...known.visit, backing: overheard(known), address: n })
      },
    }
  },
}
