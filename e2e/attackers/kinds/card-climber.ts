import { type Chooser, createChooser } from '../../hands/chooser.js'
import type { Attacker } from '../harness/attacker.js'
import { type Reach, signUpTrace } from '../means/hand.js'
import { vary } from '../means/possible.js'
import { PRICE } from '../means/price.js'
import { llrOf, type Readings, readTrace, summarise } from '../means/summary.js'
import { visit } from '../means/visit.js'

const STEPS = 150
/** Below what the server's own rows can take back; a climb that ends above it ended on a hill of its own, and begins anew. */
const SAFE = -3
const CLIMBS = 5

/** As a ruler moves: straight, and always as fast. */
const ruled: Reach = (from, to) =>
  Array.from({ length: 20 }, (_, i) => {
    const share = (i + 1) / 20
    return { t: 16 * (i + 1), x: Math.round(from.x + share * (to.x - from.x)), y: Math.round(from.y + share * (to.y - from.y)) }
  })

/** Hill climbing on the card that every browser is given: a change that a visit could have stays where the sum falls. */
function climb(chooser: Chooser) {
  const { readings, tally } = readTrace(signUpTrace(chooser, ruled), 9000)
  let [best, least]: [Readings, number] = [readings, llrOf(readings)]
  for (let i = 0; i < STEPS; i++) {
    const next = vary(best, tally, chooser, 1)
    const llr = llrOf(next)
    if (llr > least) continue
    best = next
    least = llr
  }
  return { readings: best, tally, llr: least }
}

function fitToCard(seed: string) {
  let best = climb(createChooser(`${seed} 0`))
  for (let i = 1; i < CLIMBS && best.llr > SAFE; i++) best = climb(createChooser(`${seed} ${i}`))
  return best
}

export const cardClimber: Attacker = {
  name: 'card-climber',
  does: 'fits summaries to the public card and to the identities offline, from a new beginning each time',
  residual: {
    why: 'numbers that one visit could have are not refused, whoever made them up; until summaries are held to revealed slices',
    most: 1,
    least: PRICE,
  },
  async start(target) {
    const make = (n: number) => {
      const { readings, tally } = fitToCard(`climber ${n}`)
      return summarise(readings, tally)
    }
    return { attempt: (n) => visit(target, { summary: target.meter.spend(() => make(n)), address: n }) }
  },
}
