import { decodeJwt } from 'jose'
import { describe, expect, it, vi } from 'vitest'
import { type Observation, type ObservationId, seen } from '../../../shared/observation.js'
import type { AttestResponse } from '../../../shared/wire/verdict.js'
import { askAs, comeAs, createCrowdServer, explained } from '../../testing/crowd.js'
import { createDevice } from '../../testing/honest-client.js'

// Crowds: hundreds of requests, each with its signature.
vi.setConfig({ testTimeout: 60_000 })

type Said = ReadonlyMap<ObservationId, Observation>
const said = (...ids: readonly ObservationId[]): Said => new Map(ids.map((id) => [id, seen(true)]))
const address = '198.51.100.7'
const device = await createDevice()

/** What a browser can read, without names that are different in each verdict. */
function readable({ token, action, score, band, assurance, expiresIn }: AttestResponse): object {
  const { jti: _, reference: __, iat: ___, exp: ____, eat_nonce: _____, sub: ______, ...claims } = decodeJwt(token)
  return { action, score, band, assurance, expiresIn, claims }
}

describe('what a browser reads of a verdict', () => {
  it('is one of four, to the letter: what was weighed otherwise within a band looks the same', async () => {
    const server = await createCrowdServer()
    const one = await comeAs(server, { device, address, observations: said('tell.platform', 'tell.mobile-hint') })
    const other = await comeAs(server, { device, address, observations: said('tell.platform', 'tell.mobile-hint'), share: 0.2 })
    const [first, second] = [await explained(server, one), await explained(server, other)]
    expect(first.posterior).not.toBe(second.posterior)
    expect(readable(one)).toEqual(readable(other))
    expect([one.score, decodeJwt(one.token).score, one.band]).toEqual([0.7, 0.7, 'suspicious'])
  })

  it('has 0.1, 0.3, 0.7 or 0.9 for its score, in the answer as in the token', async () => {
    const server = await createCrowdServer()
    const evidence = [said(), said('tell.platform'), said('tell.platform', 'tell.mobile-hint'), said('tell.webdriver')]
    for (const observations of evidence) {
      const answer = await comeAs(server, { device, address, observations })
      expect([0.1, 0.3, 0.7, 0.9]).toContain(answer.score)
      expect(decodeJwt(answer.token).score).toBe(answer.score)
    }
  })

  it('is the same for the same evidence, however often it is asked', async () => {
    const server = await createCrowdServer()
    const observations = said('tell.platform', 'tell.mobile-hint')
    const answers = []
    for (let i = 0; i < 20; i++) answers.push(readable(await comeAs(server, { device, address, observations })))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  })
})

describe('a prober of the scorer', () => {
  it('pays up to four times as much for a query, in one session as in new ones, and is told the same each time', async () => {
    const server = await createCrowdServer()
    const client = { device, address, observations: said('tell.webdriver') }
    const { session, action } = await comeAs(server, client)
    for (let i = 0; i < 23; i++) expect((await comeAs(server, { ...client, session })).action).toBe(action)
    expect((await askAs(server, { ...client, session })).pow.difficulty).toBe(4)
    for (let i = 0; i < 120; i++) expect((await comeAs(server, client)).action).toBe(action)
    expect((await askAs(server, client)).pow.difficulty).toBeGreaterThan(1.2)
  })
})
