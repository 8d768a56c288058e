import type { Attacker } from '../harness/attacker.js'
import { fitToCard } from '../means/fit-to-card.js'
import { ruled } from '../means/hand.js'
import { madeUp } from '../means/made-up.js'
import { summarise } from '../means/summary.js'
import { visit } from '../means/visit.js'

export const cardClimber: Attacker = {
  name: 'card-climber',
  does: 'fits summaries to the public card and to the identities offline, from a new beginning each time, and commits to totals that fit them',
  async start(target) {
    const make = (n: number) => {
      const { readings, tally } = fitToCard(`climber ${n}`, ruled)
      return { summary: summarise(readings, tally), backing: madeUp(readings, tally, `climber ${n}`) }
    }
    return { attempt: (n) => visit(target, { ...target.meter.spend(() => make(n)), address: n }) }
  },
}
