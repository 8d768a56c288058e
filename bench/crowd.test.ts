import { beforeAll, describe, expect, it } from 'vitest'
import { createCrowds } from '../attest-server/core/sketches/crowd.js'
import { marksOf } from '../attest-server/core/sketches/marks.js'
import type { InputEvent } from '../shared/features/input-event.js'
import { startFeatures } from '../shared/features/reading/start-features.js'
import { noisy } from './lib/noisy.js'
import { type Recording, readRecordings, recordingsFolder } from './lib/recordings.js'

const folder = recordingsFolder()
/** Of one person's hand on one circle and of many people's on a page: a project each. */
const SOURCES = ['balabit', 'certh-webbot-phase1', 'delbot-circles', 'sapimouse', 'sgc-mouseflow']

function marksAfter(events: readonly InputEvent[]) {
  const { push, read } = startFeatures()
  for (const event of events) push(event)
  return marksOf(read())
}

/** Each visit comes with a key of its own, from a network of its own: nothing but its numbers tells whose it is. */
function openCrowd() {
  const crowds = createCrowds()
  let visits = 0
  return (place: string, marks: Float64Array, remember = true) => {
    const name = `${visits++}`
    return crowds.meet({ project: place, action: 'any' }, { session: name, key: name, network: name, marks, until: 1 }, remember, 0)
  }
}

describe.skipIf(!folder)('crowds of the recordings (set VOUCHSAFE_DATA where they are)', () => {
  const people: (Recording & { readonly marks: Float64Array })[] = []
  beforeAll(async () => {
    for await (const recording of readRecordings(folder!)) {
      if (recording.label === 'human' && SOURCES.includes(recording.source))
        people.push({ ...recording, marks: marksAfter(recording.events) })
    }
  }, 600_000)

  it('bring no visit of a person six others, nor one in twenty of them a single one', () => {
    const meet = openCrowd()
    const counts = new Map<string, number[]>()
    for (const { source, marks } of people) {
      const others = meet(source, marks)
      if (others !== undefined) counts.set(source, [...(counts.get(source) ?? []), others])
    }
    const all = [...counts.values()].flat()
    console.info(
      Array.from(
        counts,
        ([source, list]) => `${source}: ${list.length} visits, ${list.filter(Boolean).length} met, most ${Math.max(...list)}`,
      ).join('; '),
    )
    expect(all.length).toBeGreaterThan(1500)
    expect(all.filter((others) => others >= 6)).toEqual([])
    const met = all.filter((others) => others > 0).length
    expect(met / all.length).toBeLessThan(0.05)
  })

  it('know a dozen traces that are replayed with 10 % of noise, where they are half of all visits', () => {
    const own = people.filter(({ source }) => source === 'sapimouse')
    const [meet, library] = [openCrowd(), own.filter((_, i) => i % 35 === 0).slice(0, 12)]
    const counts: number[] = []
    for (let i = 0; i < 128; i++) {
      meet('page', own[(3 * i + 1) % own.length]!.marks)
      const others = meet('page', marksAfter(noisy(library[i % 12]!.events, 0.1, i)))
      if (i >= 96) counts.push(others ?? 0)
    }
    const known = counts.filter((others) => others >= 6).length
    console.info(`${known} of ${counts.length} replays are met by six`)
    expect(known / counts.length).toBeGreaterThan(0.4)
  }, 300_000)
})
