import { beforeEach, describe, expect, it } from 'vitest'
import type { InputEvent } from '../../../shared/features/input-event.js'
import { keyboardOnly, pastesPassword } from '../../../shared/features/testing/people.js'
import { startRandom } from '../../../shared/features/testing/random.js'
import type { Observation, ObservationId } from '../../../shared/observation.js'
import { seen } from '../../../shared/observation.js'
import type { AttestResponse } from '../../../shared/wire/verdict.js'
import { findingsOf } from '../../testing/findings-of.js'
import { createDevice, type Findings, signEvidence, solve } from '../../testing/honest-client.js'
import { createTestServer, ORIGIN, type TestServer } from '../../testing/test-server.js'
import { type Visit, visit } from '../../testing/visit.js'

let server: TestServer
beforeEach(async () => {
  server = await createTestServer()
})

const later = (events: readonly InputEvent[], by: number): InputEvent[] => events.map((event) => ({ ...event, t: event.t + by }))
/** Somebody signs up twice: mouse and keys, 40 seconds of it. */
const person = (seed: number): InputEvent[] => [
  ...pastesPassword(seed),
  ...later(keyboardOnly(seed), 15_000),
  ...later(pastesPassword(seed + 500), 30_000),
]
const bodyOf = async (page: Visit, findings: Findings, changes = {}) => ({
  challenge: page.challenge.challenge,
  evidence: await signEvidence(page.device, page.claims(changes, findings)),
})

/** What came of a visit, and how many others are said to have moved so; the action is why, where it was refused. */
async function send(page: Visit, findings: Findings): Promise<{ readonly action: string; readonly repeats: unknown }> {
  const response = await page.attest(await bodyOf(page, findings))
  if (!response.ok) return { action: String(server.log.at(-1)?.reason), repeats: undefined }
  const { action, reference } = (await response.json()) as AttestResponse
  const record = await server.stores.verdicts.find(server.project.id, reference)
  const repeats = record?.observations.find(({ id }) => id === 'session.repeats')
  return { action, repeats: repeats?.state === 'ok' ? repeats.value : undefined }
}
/** By somebody new. */
const arrive = async (findings: Findings) => send(await visit(server), findings)

/** Each wait and each way of a trace a little longer or shorter, rounded to pixels. */
function noisy(events: readonly InputEvent[], noise: number, seed: number): InputEvent[] {
  const { normal } = startRandom(seed)
  const last = { t: events[0]!.t, x: Number.NaN, y: Number.NaN }
  const next = { t: events[0]!.t, x: 0, y: 0 }
  return events.map((event) => {
    next.t += Math.max(0, (event.t - last.t) * (1 + normal(0, noise)))
    last.t = event.t
    if (event.kind !== 'move' && event.kind !== 'down') return { ...event, t: next.t }
    const isFirst = Number.isNaN(last.x)
    next.x = isFirst ? event.x : next.x + (event.x - last.x) * (1 + normal(0, noise))
    next.y = isFirst ? event.y : next.y + (event.y - last.y) * (1 + normal(0, noise))
    last.x = event.x
    last.y = event.y
    return { ...event, t: next.t, x: Math.round(next.x), y: Math.round(next.y) }
  })
}

describe('a replayer of captured evidence', () => {
  it('is known by how many keys there were, and asked from the third repetition on', async () => {
    const captured = findingsOf(person(1))
    expect(await arrive(captured)).toEqual({ action: 'allow', repeats: 0 })
    for (let i = 1; i < 10; i++) expect(await arrive(captured)).toEqual({ action: i < 3 ? 'allow' : 'challenge', repeats: i })
  })

  it('is known also when it keeps the session and changes the key, or keeps the key and changes the session', async () => {
    const [first, second, device] = [findingsOf(person(21)), findingsOf(person(22)), await createDevice()]
    const page = await visit(server)
    const counts: unknown[] = []
    for (let i = 0; i < 5; i++) {
      counts.push((await send(await visit(server, ORIGIN, { session: page.challenge.session }), first)).repeats)
      counts.push((await send(await visit(server, ORIGIN, {}, device), second)).repeats)
    }
    expect(counts).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 2, 2])
  })

  it('is known again after thirteen days, and no more after the sketch has ended', async () => {
    const captured = findingsOf(person(2))
    await arrive(captured)
    server.pass(13 * 86_400)
    expect((await arrive(captured)).repeats).toBe(1)
    server.pass(15 * 86_400)
    expect((await arrive(captured)).repeats).toBe(0)
  })

  it('is not known where no sketches are made', async () => {
    server = await createTestServer({ settings: { sketchLife: 0 } })
    const captured = findingsOf(person(3))
    for (let i = 0; i < 3; i++) expect((await arrive(captured)).repeats).toBeUndefined()
  })
})

describe('a replayer of a library of traces', () => {
  it.each([
    [0.01, 15],
    [0.03, 6],
  ])(
    'that adds noise of %f to each wait and each way of short visits is known %i times in 20',
    async (noise, least) => {
      // Of a mouse whose times do not lie on frames. Longer visits are known more often: `bench/sketches.test.ts`.
      const library = Array.from({ length: 20 }, (_, i) => noisy(person(10 + i), 0.1, 1000 + i))
      for (const events of library) await arrive(findingsOf(events))
      const repeats: unknown[] = []
      for (const [i, events] of library.entries()) repeats.push((await arrive(findingsOf(noisy(events, noise, i)))).repeats)
      expect(repeats.filter((count) => count === 1).length).toBeGreaterThanOrEqual(least)
    },
    60_000,
  )
})

describe('a forger of ideal numbers', () => {
  it('is refused for numbers that no arithmetic of ours gives, and does not learn which', async () => {
    const { observations, tally } = findingsOf(person(1))
    const ideal = new Map<ObservationId, Observation>([
      ...observations,
      ['input.press-hover', seen(164)],
      ['input.key-interval', seen(188)],
    ])
    const page = await visit(server)
    const response = await page.attest(await bodyOf(page, { observations: ideal, tally }))
    expect(response.status).toBe(403)
    const text = await response.text()
    expect(JSON.parse(text)).toMatchObject({ code: 'evidence-refused' })
    expect(text).not.toMatch(/quantile|summary|input\./)
    expect(server.log.at(-1)).toMatchObject({ reason: 'summary-impossible', identity: expect.stringContaining('is a quantile') })
  })
})

describe('nobody is taken for a replayer', () => {
  it('who comes again, as the same or as somebody else', async () => {
    for (let seed = 40; seed < 60; seed++) expect((await arrive(findingsOf(person(seed)))).repeats, `${seed}`).toBe(0)
  }, 60_000)

  it('who tries again after the network failed, or goes on in the same session', async () => {
    const events = person(4)
    const page = await visit(server)
    expect((await send(page, findingsOf(events))).repeats).toBe(0)
    const again = async (seen: Findings) => send(await visit(server, ORIGIN, { session: page.challenge.session }, page.device), seen)
    expect((await again(findingsOf(events))).repeats).toBe(0)
    expect((await again(findingsOf([...events, ...later(keyboardOnly(5), 50_000)]))).repeats).toBe(0)
    expect((await again(findingsOf(events))).repeats).toBe(0)
  })

  it('whose page has two collectors, or whose tabs share a key', async () => {
    const [findings, device] = [findingsOf(person(5)), await createDevice()]
    for (let i = 0; i < 2; i++) expect((await send(await visit(server, ORIGIN, {}, device), findings)).repeats).toBe(0)
  })

  it('whose key was made anew within the session', async () => {
    const findings = findingsOf(person(6))
    const page = await visit(server)
    await send(page, findings)
    expect((await send(await visit(server, ORIGIN, { session: page.challenge.session }), findings)).repeats).toBe(0)
  })

  it('of whom too little was seen', async () => {
    const little = findingsOf(pastesPassword(7).slice(0, 40))
    for (let i = 0; i < 4; i++) expect((await arrive(little)).repeats).toBeUndefined()
  })

  it('by work that was not done: it is compared, and leaves nothing to compare with', async () => {
    const findings = findingsOf(person(8))
    const idle = async () => {
      const page = await visit(server)
      const pow = solve(page.challenge, page.device.thumbprint, 0)
      const response = await page.attest(await bodyOf(page, findings, { pow }))
      expect(response.ok).toBe(true)
    }
    await idle()
    expect((await arrive(findings)).repeats).toBe(0)
  })
})
