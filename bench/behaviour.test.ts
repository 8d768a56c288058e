import { beforeAll, describe, expect, it } from 'vitest'
import { type FeatureId, features } from '../shared/features/index.js'
import { startFeatures } from '../shared/features/reading/start-features.js'
import type { Observation } from '../shared/observation.js'
import { clientCard } from '../shared/scorecard/client-card.js'
import { score } from '../shared/scorecard/score.js'
import { type Recording, readRecordings, recordingsFolder } from './lib/recordings.js'

type Appraised = Omit<Recording, 'events'> & { readings: ReadonlyMap<FeatureId, Observation<number>>; challenged: boolean }

const folder = recordingsFolder()

function appraise({ events, ...about }: Recording): Appraised {
  const { push, read } = startFeatures()
  for (const event of events) push(event)
  const readings = read()
  return { ...about, readings, challenged: score(readings, clientCard).posterior >= 0.5 }
}

const shareOf = (visits: readonly Appraised[]) => visits.filter(({ challenged }) => challenged).length / visits.length

if (!folder) console.warn('Skipped: no recordings. Set VOUCHSAFE_DATA to the folder that holds behaviour/*.ndjson.gz.')

describe.skipIf(!folder)('behaviour on the recordings', () => {
  const visits: Appraised[] = []
  beforeAll(async () => {
    for await (const recording of readRecordings(folder!)) visits.push(appraise(recording))
  }, 120_000)

  const people = () => visits.filter(({ label, device, duration }) => label === 'human' && (device !== 'mouse' || duration >= 5000))
  const sourcesOf = (these: readonly Appraised[]) => [...new Set(these.map(({ source }) => source))]
  const bots = (source: string, kind: string) =>
    visits.filter((visit) => visit.label === 'bot' && visit.source === source && visit.kind === kind)

  it('challenges at most 1 % of the people, and at most 2 % of any source', () => {
    expect(people().length).toBeGreaterThan(9000)
    expect(shareOf(people())).toBeLessThanOrEqual(0.01)
    for (const source of sourcesOf(people())) {
      expect(shareOf(people().filter((visit) => visit.source === source)), source).toBeLessThanOrEqual(0.02)
    }
  })

  it('challenges at most 2 % of short gestures by people', () => {
    const short = visits.filter(({ label, device, duration }) => label === 'human' && device === 'mouse' && duration < 5000)
    expect(short.length).toBeGreaterThan(400)
    expect(shareOf(short)).toBeLessThanOrEqual(0.02)
  })

  it('challenges bots that browse, and half of the single curves of a generator', () => {
    expect(shareOf(bots('certh-webbot-phase1', 'selenium-advanced'))).toBeGreaterThanOrEqual(0.99)
    expect(shareOf(bots('certh-webbot-phase1', 'selenium-moderate'))).toBeGreaterThanOrEqual(0.9)
    expect(shareOf(bots('ghost-cursor-paths', 'ghost-cursor'))).toBeGreaterThanOrEqual(0.5)
    expect(shareOf(bots('delbot-circles', 'pynput'))).toBeGreaterThanOrEqual(0.2)
  })

  it('stays within the range of each feature', () => {
    const outside = visits.flatMap(({ readings }) =>
      features.filter(({ id, range: [min, max] }) => {
        const reading = readings.get(id)!
        return reading.state === 'ok' && !(reading.value >= min && reading.value <= max)
      }),
    )
    expect(outside.map(({ id }) => id)).toEqual([])
  })
})
