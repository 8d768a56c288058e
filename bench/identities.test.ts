import { describe, expect, it } from 'vitest'
import { checkFeatures } from '../attest-server/core/checks/features.js'
import { checkIdentities } from '../attest-server/core/checks/identities.js'
import { checkTally } from '../attest-server/core/checks/tally.js'
import { foldedIn } from '../attest-server/core/checks/trace/room.js'
import { checkTrace } from '../attest-server/core/checks/trace.js'
import { chooseSlices } from '../attest-server/core/reveal/choose-slices.js'
import { compare } from '../attest-server/core/reveal/judge-reveal.js'
import type { InputEvent } from '../shared/features/input-event.js'
import { startTally, type Tally, tallyKeys } from '../shared/features/reading/tally.js'
import type { Observations } from '../shared/observation.js'
import { clientCard } from '../shared/scorecard/client-card.js'
import { decodeCommitment } from '../shared/trace/commitment.js'
import { startMeasuring } from '../shared/trace/start-measuring.js'
import { type CommittedNow, commitNow } from '../shared/trace/testing/commit-now.js'
import type { EvidenceClaims } from '../shared/wire/evidence.js'
import { CUTS } from './lib/readings-at.js'
import { readRecordings, recordingsFolder } from './lib/recordings.js'
import { makeVisits } from './paths/make-visits.js'

const folder = recordingsFolder()
if (!folder) console.warn('Skipped: no recordings. Set VOUCHSAFE_DATA to the folder that holds behaviour/*.ndjson.gz.')

const NONCE = 'kT4yq0mVJp2xNf7uWc1ZRg'

/** What is wrong with a summary, as the server's checks see it; nothing where it is let through. */
function faultOf(observations: Observations, tally: Tally, trace: string): string | undefined {
  for (const checked of [
    checkTally(tallyKeys.map((key) => tally[key])),
    checkFeatures(observations, tally),
    checkIdentities(observations, tally),
    checkTrace({ card: clientCard.version, trace } as EvidenceClaims, observations, tally, true),
  ]) {
    if (!checked.ok) return JSON.stringify(checked.error)
  }
  return undefined
}

/** What is wrong with the slices that are asked for, wherever in the trace. @param draws where */
function revealFault({ trace, open }: CommittedNow, draws: readonly [number, number]): string | undefined {
  const commitment = decodeCommitment(trace)
  if (!commitment.ok) return commitment.error
  const { leaves, counts } = commitment.value
  if (leaves === 0) return undefined
  const asked = chooseSlices(foldedIn(leaves), counts, draws)
  const compared = compare(commitment.value, { asked, ...open(asked) }, NONCE)
  return compared.ok ? undefined : JSON.stringify(compared.error)
}

/** The summaries that a page would have sent at each cut and at the end: how many, and what is wrong with them. */
function lookAt(events: readonly InputEvent[]): { readonly summaries: number; readonly faults: readonly string[] } {
  const [tally, measuring] = [startTally(), startMeasuring()]
  const start = events[0]?.t ?? 0
  const left = CUTS.map((cut) => 1000 * cut)
  const faults: (string | undefined)[] = []
  const look = (elapsed: number) => {
    const committed = commitNow(measuring.end(), NONCE)
    const draws = [0.618 * (faults.length + 1), 0.382 * (faults.length + 1)].map((draw) => draw % 1) as [number, number]
    faults.push(faultOf(measuring.read(), tally.read(elapsed), committed.trace) ?? revealFault(committed, draws))
  }
  for (const event of events) {
    while (left.length > 0 && event.t - start > left[0]!) look(left.shift()!)
    measuring.push(event)
    tally.push(event)
  }
  look((events.at(-1)?.t ?? 0) - start)
  return { summaries: faults.length, faults: faults.filter((fault) => fault !== undefined) }
}

describe('the checks of integrity', () => {
  it.skipIf(!folder)(
    'refuse none of the recordings, whenever their evidence is sent, whatever they are asked to show',
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
