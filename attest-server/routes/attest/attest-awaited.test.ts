import { describe, expect, it } from 'vitest'
import { createDialects, plainSpoken } from '../../core/dialects/create-dialects.js'
import { createDevice } from '../../testing/honest-client.js'
import { askedOf, askingServer, come, shownOf, signsUp } from '../../testing/reveal-visit.js'
import { createTestServer, ORIGIN, type TestServer } from '../../testing/test-server.js'

const asking = { revealShare: 0 }

/** Evidence that was asked for slices, and what is to be posted then. */
async function asked(server: TestServer) {
  const came = await come(server)
  const body = { ...came.body, ...shownOf(came, await askedOf(came)) }
  return { came, body, answer: () => came.page.outcome(body) }
}

describe('evidence that comes again with its slices', () => {
  it('is read once, and by another server that did not ask once more', async () => {
    let reads = 0
    const dialects = {
      ...plainSpoken,
      read: (...said: Parameters<typeof plainSpoken.read>) => {
        reads++
        return plainSpoken.read(...said)
      },
    }
    const server = await createTestServer({ settings: asking, deps: { dialects } })
    const { answer } = await asked(server)
    expect(await answer()).toMatchObject({ status: 200 })
    expect(reads).toBe(1)
    const { body } = await asked(server)
    const other = await createTestServer({ stores: server.stores, settings: asking, deps: { dialects } })
    expect((await other.post('/v1/attest', body)).status).toBe(200)
    expect(reads).toBe(3)
  })

  it('gets its verdict also where another server asked for them', async () => {
    const one = await askingServer()
    const other = await createTestServer({ stores: one.stores, settings: asking })
    const { body } = await asked(one)
    const response = await other.post('/v1/attest', body)
    expect([response.status, await response.json()]).toEqual([200, expect.objectContaining({ assurance: 'signed' })])
  })

  it('says what it would have said at a server that had not seen it', async () => {
    const device = await createDevice()
    const [one, other] = [await askingServer(), await askingServer()]
    const verdicts = await Promise.all(
      [one, other].map(async (server) => {
        const came = await come(server, { device, events: signsUp(4) })
        const body = { ...came.body, ...shownOf(came, await askedOf(came)) }
        const fresh = await createTestServer({ stores: server.stores, settings: asking, now: server.now() })
        const { reference } = (await (await (server === one ? one : fresh).post('/v1/attest', body)).json()) as { reference: string }
        return server.stores.verdicts.find(server.project.id, reference)
      }),
    )
    // Facts of the server's own have a time limit, and may not come in time on a busy machine.
    const [known, anew] = verdicts.map((record) => record?.observations.filter(({ id }) => /^(tell|input)\./.test(id)))
    expect(known?.length).toBeGreaterThan(50)
    expect(known).toEqual(anew)
  })

  it('is refused where its build was retired meanwhile', async () => {
    const dialects = createDialects([{ build: 'next', made: 1_790_000_000, isPlain: true }], 100)
    const server = await createTestServer({ settings: asking, deps: { dialects } })
    server.pass(80)
    const { answer } = await asked(server)
    server.pass(20)
    expect(await answer()).toMatchObject({ status: 403, reason: 'build-retired' })
  })

  it('is refused where its page may no longer ask, where it lies, and where it comes twice', async () => {
    const server = await askingServer()
    const elsewhere = await asked(server)
    expect((await server.post('/v1/attest', elsewhere.body, { origin: 'https://evil.example' })).status).toBe(403)
    expect(server.log.at(-1)).toMatchObject({ reason: 'origin-not-allowed' })
    const moved = await asked(server)
    expect((await server.post('/v1/attest', moved.body, { origin: 'http://localhost' })).status).toBe(403)
    expect(server.log.at(-1)).toMatchObject({ reason: 'origin-mismatch' })
    const { came, body, answer } = await asked(server)
    const lie = { ...body, evidence: `${body.evidence.slice(0, -2)}AA` }
    expect(await came.page.outcome(lie)).toMatchObject({ status: 403, reason: 'reveal-of-another' })
    expect((await server.post('/v1/attest', body, { origin: ORIGIN })).status).toBe(200)
    expect(await answer()).toEqual({ status: 409, code: 'challenge-used', reason: 'reveal-used' })
  })
})
