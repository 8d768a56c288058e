import type { Attacker } from '../harness/attacker.js'
import { fitToCard } from '../means/fit-to-card.js'
import { ruled } from '../means/hand.js'
import { padded } from '../means/padded.js'
import { summarise } from '../means/summary.js'
import { visit } from '../means/visit.js'

export const keyUpPadder: Attacker = {
  name: 'key-up-padder',
  does: 'fits numbers to the public card, and hides the slices that it cannot show among sixty that it can: of key-ups, which nothing counts',
  async start(target) {
    const make = (n: number) => {
      const { readings, tally } = fitToCard(`padder ${n}`, ruled)
      return { summary: summarise(readings, tally), backing: padded(readings, tally) }
    }
    return { attempt: (n) => visit(target, { ...target.meter.spend(() => make(n)), address: n }) }
  },
}
