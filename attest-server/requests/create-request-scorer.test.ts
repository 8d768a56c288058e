import { describe, expect, it } from 'vitest'
import type { Identity } from '../core/identity/verified.js'
import { defaultThresholds } from '../core/requests/decide-request.js'
import { describedRequest } from '../testing/described-request.js'
import { enrichment } from '../testing/enrichment.js'
import { createRequestScorer, type IdentityOf, unknownIdentity } from './create-request-scorer.js'

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const crawler = describedRequest({ 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' }, []).http

const scorer = (identityOf: IdentityOf) =>
  createRequestScorer({
    lookAlikes: { of: () => undefined, label: () => Promise.resolve(false), keep: () => Promise.resolve() },
    client: { enrich: () => enrichment(), ja4Header: undefined },
    identityOf,
    thresholds: defaultThresholds,
    clock: () => 1_795_219_200,
    random,
  })

const saying = (identity: Identity) => scorer(() => Promise.resolve(identity))('prj', crawler)

describe('the scorer of requests', () => {
  it('lets whoever is verified pass, and weighs the lie of who is not', async () => {
    const verified = await saying({ state: 'verified', verified: { by: 'crawler', id: 'google', category: 'search' } })
    expect([verified.p_is_invalid, verified.decision]).toEqual([0, 'allow'])
    const unknown = await scorer(unknownIdentity)('prj', crawler)
    const impostor = await saying({ state: 'impostor', claimed: 'google', category: 'search' })
    expect([unknown.decision, impostor.decision]).toEqual(['block', 'block'])
    expect(impostor.p_is_invalid).toBeGreaterThanOrEqual(unknown.p_is_invalid)
  })

  it('asks with the project and what was told', async () => {
    const asked: unknown[] = []
    await scorer((http, projectId) => {
      asked.push(projectId, http.headers.get('user-agent')?.includes('Googlebot'))
      return Promise.resolve({ state: 'unknown' })
    })('prj_7', crawler)
    expect(asked).toEqual(['prj_7', true])
  })

  it('scores without look-alikes where there are none to be had', async () => {
    expect((await scorer(unknownIdentity)('prj', crawler)).neighbors_total_counts).toEqual({ inv: 0, ok: 0 })
  })
})
