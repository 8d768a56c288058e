import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { stages } from '../core/observer.js'
import { askedOf, come } from '../testing/reveal-visit.js'
import { browserHeaders, createTestServer, type TestServer } from '../testing/test-server.js'
import { visit } from '../testing/visit.js'
import { createMetrics, type Metrics } from './metrics.js'
import { observeByMetrics } from './observe-by-metrics.js'

let metrics: Metrics
let server: TestServer
beforeEach(async () => {
  metrics = createMetrics()
  server = await createTestServer({ deps: { telemetry: observeByMetrics(metrics, () => performance.now()) } })
})

/** Of series with a value: `name{label="…"}` → value. */
async function series(prefix: string): Promise<Record<string, number>> {
  const lines = (await metrics.register.metrics()).split('\n').filter((line) => line.startsWith(prefix))
  const parsed = lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))] as const)
  return Object.fromEntries(parsed.filter(([, value]) => value > 0))
}

const form = async () => {
  const query = new URLSearchParams({ key: server.project.siteKey, return: 'https://shop.example/sign-up' })
  const html = await (await server.app.request(`/v1/noscript?${query}`)).text()
  server.pass(6)
  const ticket = /name="ticket" value="([^"]+)"/.exec(html)?.[1] ?? ''
  const headers = { ...browserHeaders, 'content-type': 'application/x-www-form-urlencoded' }
  return server.app.request('/v1/noscript', { method: 'POST', headers, body: new URLSearchParams({ ticket }).toString() })
}

describe('the metrics', () => {
  it('count how far visitors get: challenge, submission, verification, verdict', async () => {
    const page = await visit(server)
    const { action } = (await (await page.attest(await page.body())).json()) as { action: string }
    await visit(server)
    expect((await form()).status).toBe(303)
    expect(await series('vouchsafe_challenges_total')).toEqual({
      'vouchsafe_challenges_total{way="script"}': 2,
      'vouchsafe_challenges_total{way="noscript"}': 1,
    })
    for (const step of ['submissions', 'verifications'])
      expect(await series(`vouchsafe_${step}_total`)).toEqual({
        [`vouchsafe_${step}_total{way="script"}`]: 1,
        [`vouchsafe_${step}_total{way="noscript"}`]: 1,
      })
    const verdicts = await series('vouchsafe_verdicts_total')
    expect(verdicts[`vouchsafe_verdicts_total{way="script",action="${action}"}`]).toBe(1)
    expect(Object.values(verdicts)).toEqual([1, 1])
  })

  it('count what is turned away by its reason, and as no verdict', async () => {
    const page = await visit(server)
    await page.attest({ ...(await page.body()), challenge: 'e30.e30.AA' })
    expect(await series('vouchsafe_rejections_total')).toEqual({ 'vouchsafe_rejections_total{way="script",reason="challenge-forged"}': 1 })
    expect(await series('vouchsafe_verifications_total')).toEqual({})
    expect(await series('vouchsafe_verdicts_total')).toEqual({})
  })

  it('count evidence that is asked for its trace as neither turned away nor decided', async () => {
    const telemetry = observeByMetrics(metrics, () => performance.now())
    server = await createTestServer({ settings: { revealShare: 1 }, deps: { telemetry } })
    await askedOf(await come(server))
    expect(await series('vouchsafe_reveals_total')).toEqual({ 'vouchsafe_reveals_total{way="script"}': 1 })
    expect({ ...(await series('vouchsafe_verdicts_total')), ...(await series('vouchsafe_rejections_total')) }).toEqual({})
  })

  it('time each request from when it came, and for how long it waited for its turn', async () => {
    await server.app.request('/healthz', {}, { wait: { ms: 5_000, work: 1 } })
    expect((await series('vouchsafe_wait_seconds_sum')).vouchsafe_wait_seconds_sum).toBe(5)
    const took = Object.entries(await series('vouchsafe_http_request_seconds_sum'))
    expect(took).toEqual([[expect.stringContaining('route="/healthz"'), expect.toSatisfy((s: number) => s >= 5 && s < 15)]])
  })

  it('time each stage of evidence once, and of forms those that they pass', async () => {
    const page = await visit(server)
    await page.attest(await page.body())
    await form()
    const counts = await series('vouchsafe_stage_seconds_count')
    const passed = (way: string) => stages.filter((stage) => counts[`vouchsafe_stage_seconds_count{way="${way}",stage="${stage}"}`] === 1)
    expect(passed('script')).toEqual(stages)
    expect(passed('noscript')).toEqual(['claim', 'facts', 'score', 'rules', 'record', 'sign'])
  })

  it('hold no more series, whatever clients write', async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).map(encodeURIComponent)
    const method = fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'PROPFIND', 'LINK')
    const path = fc.oneof(
      text.map((name) => `/v1/verdicts/${name}`),
      text.map((name) => `/${name}?${name}=${name}`),
      text.map((name) => `/v1/sessions/${name}/verdict`),
    )
    await fc.assert(
      fc.asyncProperty(method, path, async (method, path) => {
        await server.app.request(path, { method, headers: { 'x-request-id': 'x' } })
      }),
      { numRuns: 300, examples: [['GET', '/v1/sessions/./verdict']] },
    )
    const routes = Object.keys(await series('vouchsafe_http_request_seconds_count'))
    // A dot for a name is no segment of a path: `/v1/sessions/./verdict` is `/v1/sessions/verdict`.
    expect(routes.every((name) => /route="(none|\/v1\/verdicts\/:name|\/v1\/sessions\/:token(\/verdict)?)"/.test(name))).toBe(true)
    expect(routes.every((name) => /method="(GET|POST|PUT|DELETE|OPTIONS|HEAD|other)"/.test(name))).toBe(true)
    expect(routes.length).toBeLessThanOrEqual(4 * 7 * 3)
  })
})
