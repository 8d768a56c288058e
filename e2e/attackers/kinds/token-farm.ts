import type { Attacker } from '../harness/attacker.js'
import { personVisit } from '../means/trace-visit.js'
import { type Visit, visit } from '../means/visit.js'

export const tokenFarm: Attacker = {
  name: 'token-farm',
  does: 'earns verdicts where they are cheap (a page of its own, another page of the site, another action) and spends them here',
  async start(target) {
    const { origin, cheapOrigin } = target
    const siteKey = await target.ownProject(origin)
    // Each is stopped by an option of verify: audience, origin and action.
    const places: readonly Partial<Visit>[] = [
      { asks: { siteKey } },
      { origin: cheapOrigin, sentFrom: cheapOrigin },
      { action: 'newsletter' },
    ]
    return {
      attempt: (n) => visit(target, { ...personVisit(`farm ${n}`, target.meter), lasts: 0, address: n, ...places[n % places.length] }),
    }
  },
}
