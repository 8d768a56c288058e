import { describe, expect, it } from 'vitest'
import { checkFeatures } from '../attest-server/core/checks/features.js'
import { checkIdentities } from '../attest-server/core/checks/identities.js'
import { checkTally } from '../attest-server/core/checks/tally.js'
import type { InputEvent } from '../shared/features/input-event.js'
import { startFeatures } from '../shared/features/reading/start-features.js'
import { startTally, type Tally, tallyKeys } from '../shared/features/reading/tally.js'
import type { Observations } from '../shared/observation.js'
import { CUTS } from './lib/readings-at.js'
import { readRecordings, recordingsFolder } from './lib/recordings.js'
import { makeVisits } from './paths/make-visits.js'

const folder = recordingsFolder()
if (!folder) console.warn('Skipped: no recordings. Set VOUCHSAFE_DATA to the folder that holds behaviour/*.ndjson.gz.')

/** What is wrong with a summary, as the server's checks see it; nothing where it is let through. */
function faultOf(observations: Observations, tally: Tally): string | undefined {
  for (const checked of [
    checkTally(tallyKeys.map((key) => tally[key])),
    checkFeatures(observations, tally),
    checkIdentities(observations, tally),
  ]) {
    if (!checked.ok) return JSON.stringify(checked.error)
  }
  return undefined
}

/** The summaries that a page would have sent at each cut and at the end: how many, and what is wrong with them. */
function lookAt(events: readonly InputEvent[]): { readonly summaries: number; readonly faults: readonly string[] } {
  const [features, tally] = [startFeatures(), startTally()]
  const start = events[0]?.t ?? 0
  const left = CUTS.map((cut) => 1000 * cut)
  const faults: (string | undefined)[] = []
  const look = (elapsed: number) => faults.push(faultOf(features.read(), tally.read(elapsed)))
  for (const event of events) {
    while (left.length > 0 && event.t - start > left[0]!) look(left.shift()!)
    features.push(event)
    tally.push(event)
  }
  look((events.at(-1)?.t ?? 0) - start)
  return { summaries: faults.length, faults: faults.filter((fault) => fault !== undefined) }
}

describe('the checks of integrity', () => {
  it.skipIf(!folder)(
    'refuse none of the recordings, whenever their evidence is sent',
    async () => {
      const faults: string[] = []
      let summaries = 0
      for await (const { events } of readRecordings(folder!)) {
        const looked = lookAt(events)
        summaries += looked.summaries
        faults.push(...looked.faults)
      }
      expect(summaries).toBeGreaterThan(40_000)
      expect(faults).toEqual([])
    },
    600_000,
  )

  it('refuse no movement that a program made event by event: how it moves is for the card', () => {
    for (const { events } of makeVisits(5, 20_261_122)) expect(lookAt(events).faults).toEqual([])
  }, 60_000)
})
