import { createChooser } from '../../hands/chooser.js'
import type { Attacker } from '../harness/attacker.js'
import { signUpTrace } from '../means/hand.js'
import { PRICE } from '../means/price.js'
import { passing } from '../means/trace-visit.js'
import { visit } from '../means/visit.js'

/** Ten forms one after another, a minute of behaviour. */
function longTrace(seed: string) {
  const forms = Array.from({ length: 10 }, (_, i) => signUpTrace(createChooser(`${seed} ${i}`)))
  let from = 0
  return forms.flatMap((form) => {
    const shifted = form.map((event) => ({ ...event, t: event.t + from }))
    from = (shifted.at(-1)?.t ?? 0) + 300
    return shifted
  })
}

export const hastyVisitor: Attacker = {
  name: 'hasty-visitor',
  does: 'claims a minute of behaviour in a session that is a moment old',
  residual: {
    why: 'the page may be older than its session, so the age of one says nothing of the other; only long visits of one generator grow alike, and the later ones are asked',
    most: 1,
    least: PRICE,
  },
  async start(target) {
    const visitOf = (n: number) => passing((draw) => longTrace(`hasty ${n} ${draw}`), target.meter)
    return { attempt: (n) => visit(target, { ...visitOf(n), lasts: 0, address: n }) }
  },
}
