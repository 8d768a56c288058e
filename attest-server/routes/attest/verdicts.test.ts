import { decodeJwt } from 'jose'
import { beforeEach, describe, expect, it } from 'vitest'
import type { FeatureId } from '../../../shared/features/index.js'
import { type Observation, type ObservationId, seen } from '../../../shared/observation.js'
import { serverCard } from '../../../shared/scorecard/server-card.js'
import type { AttestResponse } from '../../../shared/wire/verdict.js'
import { quantileIds, quantilesOf } from '../../core/checks/identities/values.js'
import { makeSecretKey } from '../../keys/secret-key.js'
import type { VerdictRecord } from '../../stores/ports.js'
import { signEvidence } from '../../testing/honest-client.js'
import { newVisit, type Visit } from '../../testing/visit.js'

/** Movements of a hand, as near to these as the collector's arithmetic comes. */
const hand: Readonly<Partial<Record<FeatureId, number>>> = {
  ...{ 'input.glides': 100, 'input.movement-glide-variation': 2, 'input.movement-glide-entropy': 0.8, 'input.movement-glide-peaks': 0.25 },
  ...{ 'input.movement-path-efficiency': 0.6, 'input.movement-bow': 0.45, 'input.movement-lateral-deviation': 0.45 },
  ...{ 'input.movement-approach': 0.4, 'input.strokes': 14, 'input.movement-curvature': 3, 'input.movement-smoothness': 3 },
  ...{ 'input.movement-speed-variation': 1, 'input.movement-peak-position': 0.4, 'input.movement-peak-spread': 0.2 },
  ...{ 'input.movement-jerk': 12, 'input.scroll-handless': 0 },
}
const possible = ([name, value]: readonly [string, number]) => {
  const quantile = quantileIds.find((id) => id === name)
  const near = quantile ? [...quantilesOf(quantile)].reduce((a, b) => (Math.abs(b - value) < Math.abs(a - value) ? b : a)) : value
  return [name as ObservationId, seen(near)] as const
}

let page: Visit
let verdict: AttestResponse
let jti: string

beforeEach(async () => {
  page = await newVisit()
  const observations = new Map<ObservationId, Observation>([['tell.webdriver', seen(true)]])
  const evidence = await signEvidence(page.device, page.claims({}, { observations }))
  verdict = (await (await page.attest({ challenge: page.challenge.challenge, evidence })).json()) as AttestResponse
  jti = decodeJwt(verdict.token).jti ?? ''
})

const read = (name: string, authorization: string | undefined = `Bearer ${page.server.secretKey}`) =>
  page.server.app.request(`/v1/verdicts/${name}`, authorization === '' ? {} : { headers: { authorization } })

describe('GET /v1/verdicts/{jti}', () => {
  it('explains a verdict to its owner', async () => {
    const explanation = (await (await read(jti)).json()) as VerdictRecord
    expect(explanation).toMatchObject({ jti, reference: verdict.reference, session: verdict.session, action: 'block', assurance: 'signed' })
    expect(explanation.hard.length).toBeGreaterThan(0)
    expect(explanation.observations).toContainEqual({ id: 'tell.webdriver', state: 'ok', value: true })
    expect(explanation.observations).toContainEqual({ id: 'device.assurance', state: 'ok', value: 0 })
    expect(explanation.contributions[0]).toMatchObject({ id: 'tell.webdriver' })
    expect(Object.keys(explanation.families)).not.toHaveLength(0)
    expect(explanation).not.toHaveProperty('projectId')
  })

  it('says what kind of bot it looks like, and what would have had to be unknown for a milder verdict', async () => {
    const explanation = (await (await read(jti)).json()) as VerdictRecord
    expect(explanation.kind).toMatchObject({ name: 'framework-automation', declared: true, evidence: ['tell.webdriver'] })
    expect(explanation.counterfactuals).toEqual([{ without: ['tell.webdriver'], action: 'allow' }])
    expect(explanation.observations).toContainEqual({ id: 'visit.sign-up', state: 'ok', value: true })
    expect(explanation.observations).toContainEqual({ id: 'visit.seconds', state: 'ok', value: 1.5 })
  })

  it('adds up: the prior, what every family weighed, less what overlaps, and what behaviour may not take back of the rest', async () => {
    const other = await newVisit()
    const switched = { 'tell.platform': true, 'tell.engine': true, 'tell.worker-user-agent': true, 'tell.frame-identity': true }
    const driven = { 'input.press-pressureless': 1, 'input.wheel-synthesized': 1, ...switched }
    const others = Object.entries(driven).map(([id, value]) => [id as ObservationId, seen(value)] as const)
    const observations = new Map<ObservationId, Observation>([...Object.entries(hand).map(possible), ...others])
    const tally = { elapsed: 60_000, moves: 5000, presses: 20, releases: 20, clicks: 20, wheels: 200, scrolls: 200 }
    const claims = other.claims({}, { observations, tally })
    const answer = (await (
      await other.attest({
        challenge: other.challenge.challenge,
        evidence: await signEvidence(other.device, claims),
      })
    ).json()) as AttestResponse
    const headers = { authorization: `Bearer ${other.server.secretKey}` }
    const response = await other.server.app.request(`/v1/verdicts/${answer.reference}`, { headers })
    const { llr, families, overlap = 0, givenBack = 0 } = (await response.json()) as VerdictRecord
    expect(overlap).toBeGreaterThan(0)
    expect(givenBack).toBeGreaterThan(0)
    expect(Object.values(families).reduce((sum, one) => sum + one, serverCard.prior - overlap + givenBack)).toBeCloseTo(llr)
  })

  it('keeps all of that from the browser', () => {
    const sent = JSON.stringify([verdict, decodeJwt(verdict.token)])
    expect(sent).not.toMatch(/framework-automation|counterfactual|tell\.|visit\./)
  })

  it('names no kind for whoever is let through', async () => {
    const other = await newVisit()
    const answer = (await (await other.attest(await other.body())).json()) as AttestResponse
    const name = decodeJwt(answer.token).jti ?? ''
    const headers = { authorization: `Bearer ${other.server.secretKey}` }
    const explanation = (await (await other.server.app.request(`/v1/verdicts/${name}`, { headers })).json()) as VerdictRecord
    expect(explanation.action).toBe('allow')
    expect(explanation).not.toHaveProperty('kind')
    expect(explanation.counterfactuals).toEqual([])
  })

  it('finds it by the reference that a visitor quotes', async () => {
    expect(decodeJwt(verdict.token).reference).toBe(verdict.reference)
    expect(((await (await read(verdict.reference)).json()) as VerdictRecord).jti).toBe(jti)
    for (const heard of [verdict.reference.toLowerCase(), verdict.reference.replace('-', ''), verdict.reference.replace('-', '%20')]) {
      expect(((await (await read(heard)).json()) as VerdictRecord).jti, heard).toBe(jti)
    }
  })

  it('keeps nothing that names the visitor', async () => {
    const text = await (await read(jti)).text()
    expect(text).not.toMatch(/Mozilla|user-agent":|127\.0\.0\.1|eyJ/)
  })

  it('tells nobody else', async () => {
    const wrong = `${page.server.secretKey.slice(0, -1)}${page.server.secretKey.endsWith('A') ? 'B' : 'A'}`
    for (const authorization of [
      '',
      'Bearer',
      `Bearer ${wrong}`,
      `Basic ${page.server.secretKey}`,
      `Bearer ${page.server.project.siteKey}`,
    ]) {
      const response = await read(jti, authorization)
      expect([response.status, response.headers.get('www-authenticate')], authorization).toEqual([401, 'Bearer'])
      expect(response.headers.get('access-control-allow-origin')).toBeNull()
    }
  })

  it('does not know other projects’ verdicts, or names that are none', async () => {
    const { stores, project } = page.server
    const other = await makeSecretKey('prj_other', (length) => crypto.getRandomValues(new Uint8Array(length)))
    await stores.projects.create({ ...project, id: 'prj_other', siteKey: 'pk_other' }, other.stored)
    expect((await read(jti, `Bearer ${other.key}`)).status).toBe(404)
    for (const name of ['A'.repeat(22), 'x', '%00', '..%2f']) expect((await read(name)).status).toBe(404)
  })
})
