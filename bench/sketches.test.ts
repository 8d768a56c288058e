import { beforeAll, describe, expect, it } from 'vitest'
import { findRepeats } from '../attest-server/core/sketches/find-repeats.js'
import { createMemorySketches } from '../attest-server/stores/memory/sketches.js'
import type { InputEvent } from '../shared/features/input-event.js'
import { startFeatures } from '../shared/features/reading/start-features.js'
import { noisy } from './lib/noisy.js'
import { type Recording, readRecordings, recordingsFolder } from './lib/recordings.js'

const folder = recordingsFolder()
const NOW = 1_790_000_000

function read(events: readonly InputEvent[]) {
  const { push, read } = startFeatures()
  for (const event of events) push(event)
  return read()
}

/** A project for each source, which every visit comes to with a key of its own. */
async function openProjects(recordings: readonly Recording[]) {
  const deps = { sketches: createMemorySketches(Infinity), sketchLife: 14 * 86_400 }
  let visits = 0
  const meet = ({ source }: Recording, events: readonly InputEvent[], remember: boolean) =>
    findRepeats(read(events), { projectId: source, session: `${visits++}`, thumbprint: `key ${visits}` }, deps, remember, NOW)
  const repeats = []
  for (const recording of recordings) repeats.push({ recording, others: await meet(recording, recording.events, true) })
  return { repeats: repeats.filter(({ others }) => others !== undefined), again: meet }
}

describe.skipIf(!folder)('sketches of the recordings', () => {
  const people: Recording[] = []
  let projects: Awaited<ReturnType<typeof openProjects>>
  beforeAll(async () => {
    for await (const recording of readRecordings(folder!)) if (recording.label === 'human') people.push(recording)
    projects = await openProjects(people)
  }, 600_000)

  it('take no visit of a person for another, of the same person or of anybody else', () => {
    expect(projects.repeats.length).toBeGreaterThan(1800)
    expect(projects.repeats.filter(({ others }) => others! > 0)).toEqual([])
  })

  it.each([
    [0, 1],
    [0.01, 0.9],
    [0.03, 0.65],
  ])(
    'know a trace again that is played with noise of %f, in a share of %f',
    async (noise, least) => {
      // Of recordings that were thinned to a move each tenth of a second, another recorder's clock leaves nothing alike.
      const traces = projects.repeats.filter(({ recording }) => recording.source !== 'sgc-mouseflow').filter((_, i) => i % 5 === 0)
      let known = 0
      for (const [i, { recording }] of traces.entries()) {
        const others = await projects.again(recording, noise === 0 ? recording.events : noisy(recording.events, noise, i), false)
        known += Number((others ?? 0) > 0)
      }
      console.info(`noise ${noise}: ${known} of ${traces.length} known`)
      expect(known / traces.length).toBeGreaterThanOrEqual(least)
    },
    300_000,
  )
})
