import { describe, expect, it } from 'vitest'
import type { InputEvent } from '../shared/features/input-event.js'
import { startTally, type Tally } from '../shared/features/reading/tally.js'
import { type Commitment, decodeCommitment } from '../shared/trace/commitment.js'
import { countOf, featuresOf, tallyOfKinds } from '../shared/trace/follows.js'
import { openCommitment } from '../shared/trace/open-commitment.js'
import { type Measuring, startMeasuring } from '../shared/trace/start-measuring.js'
import { commitNow } from '../shared/trace/testing/commit-now.js'
import { CUTS } from './lib/readings-at.js'
import { readRecordings, recordingsFolder } from './lib/recordings.js'
import { makeVisits } from './paths/make-visits.js'

const folder = recordingsFolder()
if (!folder) console.warn('Skipped: no recordings. Set VOUCHSAFE_DATA to the folder that holds behaviour/*.ndjson.gz.')

/** The page's pixels for each of the screen's, as zoomed pages and dense screens have them. One a visit, in turns. */
const SCALES = [1, 0.8, 2 / 3, 0.5, 1 / 3]
const NONCE = 'kT4yq0mVJp2xNf7uWc1ZRg'

const scaled = (event: InputEvent, scale: number): InputEvent =>
  'x' in event ? { ...event, x: scale * event.x, y: scale * event.y } : event

function decode(trace: string): Commitment {
  const commitment = decodeCommitment(trace)
  if (!commitment.ok) throw new Error(commitment.error)
  return commitment.value
}

/** What a summary and the trace of the same visit do not agree on. */
function faultsOf({ sums }: Commitment, readings: ReturnType<Measuring['read']>, tally: Tally): readonly string[] {
  const counts = Object.entries(tallyOfKinds).flatMap(([key, kinds]) => (countOf(sums, kinds) === tally[key as keyof Tally] ? [] : [key]))
  const others = featuresOf(sums).flatMap(({ id, value, within }) => {
    const said = readings.get(id)
    const isFar = said?.state === 'ok' && !Number.isNaN(value) && Math.abs(said.value - value) > within
    return isFar ? [`${id}: ${said.value}, not ${value} ± ${within}`] : []
  })
  return [...counts, ...others]
}

/** The evidence that a page would have sent at each cut and at the end. */
function lookAt(events: readonly InputEvent[], scale: number): { readonly commitments: number; readonly faults: readonly string[] } {
  const [tally, measuring] = [startTally(), startMeasuring()]
  const start = events[0]?.t ?? 0
  const left = CUTS.map((cut) => 1000 * cut)
  const faults: string[] = []
  let commitments = 0
  const look = () => {
    const { trace: text, open } = commitNow(measuring.end(), NONCE)
    const commitment = decode(text)
    commitments++
    faults.push(...faultsOf(commitment, measuring.read(), tally.read(0)))
    const asked = [commitment.leaves >> 1, (commitment.leaves >> 1) + 1].filter((index) => index < commitment.leaves)
    if (asked.length > 0 && !openCommitment(commitment, asked, open(asked), NONCE).ok) faults.push('not opened')
  }
  for (const original of events) {
    while (left.length > 0 && original.t - start > left[0]!) {
      left.shift()
      look()
    }
    const event = scaled(original, scale)
    measuring.push(event)
    tally.push(event)
  }
  look()
  return { commitments, faults }
}

describe('what a summary says and what it has committed to', () => {
  it.skipIf(!folder)(
    'are of one visit in all recordings, whenever their evidence is sent, on pages of any zoom',
    async () => {
      const faults: string[] = []
      let commitments = 0
      let visits = 0
      for await (const { events } of readRecordings(folder!)) {
        const looked = lookAt(events, SCALES[visits++ % SCALES.length]!)
        commitments += looked.commitments
        faults.push(...looked.faults)
      }
      expect(commitments).toBeGreaterThan(40_000)
      expect(faults).toEqual([])
    },
    600_000,
  )

  it('are so too where a program moves event by event: how it moves is for the card', () => {
    let visits = 0
    for (const { events } of makeVisits(5, 20_261_123)) expect(lookAt(events, SCALES[visits++ % SCALES.length]!).faults).toEqual([])
  }, 60_000)
})
