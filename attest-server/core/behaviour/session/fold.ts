import { features } from '../../../../shared/features/index.js'
import { mergeSums, type Sums } from '../../../../shared/features/reading/merge-sums.js'
import { startFeatures } from '../../../../shared/features/reading/start-features.js'
import type { Ms } from '../../../../shared/units.js'
import { cutSums, joinSums } from './layout.js'
import type { SessionState } from './session-state.js'
import { inputEventsOf, RESTART } from './tail-event.js'

/** The collector's sums over all of the session. The tail ends as every visit does: with a hidden page, after which nothing is under way. */
export function sumsOf({ sums, tail }: SessionState): Sums {
  const known = cutSums(sums, features)
  const last = tail.at(-1)
  if (!last) return known
  const accumulation = startFeatures()
  const hide = (t: Ms) => accumulation.push({ kind: 'hide', t, trusted: true })
  for (const event of tail) {
    for (const input of inputEventsOf(event)) accumulation.push(input)
    if (event[0] !== RESTART) continue
    hide(event[1])
    accumulation.lose()
  }
  hide(last[1])
  return mergeSums(known, accumulation.sums)
}

/** Puts the tail into the sums. */
export function fold(state: SessionState): void {
  state.sums = joinSums(sumsOf(state))
  state.tail = []
}
