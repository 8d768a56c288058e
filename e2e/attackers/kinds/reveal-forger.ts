import type { Attacker } from '../harness/attacker.js'
import { backedBy } from '../means/backing.js'
import { fitToCard } from '../means/fit-to-card.js'
import type { Reach } from '../means/hand.js'
import { followed } from '../means/possible.js'
import { PRICE } from '../means/price.js'
import { summarise } from '../means/summary.js'
import { visit } from '../means/visit.js'

const STEPS = 24
/** px */
const SHAKE = 14

/** As nothing moves: each step leads somewhere about where a ruler would be, whenever it likes. */
const shaken: Reach = (from, to, { between }) => {
  let t = 0
  return Array.from({ length: STEPS }, (_, i) => {
    const share = (i + 1) / STEPS
    t += between(9, 24)
    const near = (a: number, b: number) => Math.round(a + share * (b - a) + (i + 1 < STEPS ? between(-SHAKE, SHAKE) : 0))
    return { t, x: near(from.x, to.x), y: near(from.y, to.y) }
  })
}

export const revealForger: Attacker = {
  name: 'reveal-forger',
  does: 'commits to slices that it can show and that are no movement, and fits to the public card all numbers that do not follow from their sums',
  residual: {
    why: 'what does not follow from sums of slices is compared with nothing: medians of strokes do not add up. It has to make a trace for each verdict, and tell no lie about its steps',
    most: 1,
    least: PRICE,
  },
  async start(target) {
    const make = (n: number) => {
      const { readings, tally, events } = fitToCard(`shaken ${n}`, shaken, followed)
      return { summary: summarise(readings, tally), backing: backedBy(events) }
    }
    return { attempt: (n) => visit(target, { ...target.meter.spend(() => make(n)), address: n }) }
  },
}
