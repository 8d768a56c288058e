import type { Attacker } from '../harness/attacker.js'
import { PRICE } from '../means/price.js'
import { stillSummary } from '../means/summary.js'
import { visit } from '../means/visit.js'

export const stillForger: Attacker = {
  name: 'still-forger',
  does: 'says that the page has only just loaded and nothing has happened yet: there is next to nothing to forge',
  residual: {
    why: 'verdicts at load are made of that, and a page that asks for one when its form is sent gets another: only its price bounds it',
    most: 1,
    least: PRICE,
  },
  async start(target) {
    return { attempt: (n) => visit(target, { summary: stillSummary(400 + 7 * n), address: n }) }
  },
}
