import { startTally } from '../../shared/features/reading/tally.js'
import type { Observation } from '../../shared/observation.js'
import { clientCard } from '../../shared/scorecard/client-card.js'
import { score } from '../../shared/scorecard/score.js'
import { startMeasuring } from '../../shared/trace/start-measuring.js'
import type { Ms } from '../../shared/units.js'
import { CLAIM } from '../../shared/wire/claim-names.js'
import type { TellId } from '../../shared/wire/tells.js'
import type { Observed } from '../tells/observe.js'
import { sensedTells } from '../tells/sensed-tells.js'
import { commit } from './commit.js'
import type { Findings, Sensing } from './sensing.js'
import { summarise } from './summarise.js'
import { startWordCount } from './word-count.js'

/** More tells, features and the client card's sum: what is known of the visitor, and what it weighs. */
export function startSensing(begun: Ms): Sensing {
  const measuring = startMeasuring()
  const tally = startTally()

  const findings = (tells: Observed): Findings => {
    const readings = measuring.read()
    const report = score(new Map<TellId | `input.${string}`, Observation>([...tells, ...readings]), clientCard)
    return { tells, features: readings, tally: tally.read(performance.now() - begun), report }
  }

  return {
    tells: sensedTells,
    push(event) {
      tally.push(event)
      measuring.push(event)
    },
    wordsOn: startWordCount(),
    lose(count) {
      tally.lose(count)
      measuring.lose()
    },
    findings,
    async summary(tells, nonce) {
      // All as of now, whatever is done while it is hashed.
      const [sensed, slices] = [summarise(findings(tells)), measuring.end()]
      if (!crypto.subtle) return sensed
      const { trace: committed, open } = await commit(slices, nonce)
      return { ...sensed, [CLAIM.trace]: committed, open }
    },
  }
}
