import { AsyncLocalStorage } from 'node:async_hooks'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type Attributes,
  type Context,
  context,
  propagation,
  ROOT_CONTEXT,
  type Span,
  type SpanContext,
  type SpanOptions,
  trace,
} from '@opentelemetry/api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseConfig } from '../config.js'
import { stages } from '../core/observer.js'
import { startServer } from '../main.js'
import { createTestServer, type TestServer } from '../testing/test-server.js'
import { visit } from '../testing/visit.js'
import { findTracer, traceRequests, traceTelemetry } from './trace-requests.js'

/** What an SDK would be given. */
interface Seen {
  name: string
  parent: SpanContext | undefined
  readonly context: SpanContext
  readonly attributes: Attributes
  readonly start: number
  end?: number
  status?: unknown
}

const hex = (bytes: number) => Buffer.from(crypto.getRandomValues(new Uint8Array(bytes))).toString('hex')

/** The least that an SDK is: spans in memory, contexts by AsyncLocalStorage, W3C `traceparent`. */
function registerSdk(): Seen[] {
  const spans: Seen[] = []
  function startSpan(name: string, { startTime }: SpanOptions = {}, within: Context = context.active()): Span {
    const parent = trace.getSpanContext(within)
    const own: SpanContext = { traceId: parent?.traceId ?? hex(16), spanId: hex(8), traceFlags: 1 }
    const seen: Seen = { name, parent, context: own, attributes: {}, start: Number(startTime ?? Date.now()) }
    spans.push(seen)
    const span = {
      spanContext: () => own,
      isRecording: () => seen.end === undefined,
      setAttribute: (key: string, value: string) => Object.assign(seen.attributes, { [key]: value }),
      setAttributes: (given: Attributes) => Object.assign(seen.attributes, given),
      updateName: (given: string) => Object.assign(seen, { name: given }),
      setStatus: (status: unknown) => Object.assign(seen, { status }),
      end: (time?: number) => Object.assign(seen, { end: time ?? Date.now() }),
    }
    return span as unknown as Span
  }
  const storage = new AsyncLocalStorage<Context>()
  trace.setGlobalTracerProvider({ getTracer: () => ({ startSpan, startActiveSpan: () => expect.unreachable() }) as never })
  context.setGlobalContextManager({
    active: () => storage.getStore() ?? ROOT_CONTEXT,
    with: (active, work, self, ...values) => storage.run(active, () => work.apply(self as never, values)),
    bind: (_, target) => target,
    enable: () => expect.unreachable(),
    disable() {
      storage.disable()
      return this
    },
  })
  propagation.setGlobalPropagator({
    inject: () => undefined,
    extract(within, carrier, getter) {
      const [, traceId, spanId, flags] = /^00-([0-9a-f]{32})-([0-9a-f]{16})-(\d\d)$/.exec(String(getter.get(carrier, 'traceparent'))) ?? []
      return traceId && spanId ? trace.setSpanContext(within, { traceId, spanId, traceFlags: Number(flags), isRemote: true }) : within
    },
    fields: () => ['traceparent'],
  })
  return spans
}

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'
const traceparent = `00-${TRACE}-00f067aa0ba902b7-01`

afterEach(() => {
  trace.disable()
  context.disable()
  propagation.disable()
})

it('is off where nobody takes spans', () => {
  expect(findTracer()).toBeUndefined()
})

describe('where somebody takes spans', () => {
  let spans: Seen[]
  let server: TestServer
  beforeEach(async () => {
    spans = registerSdk()
    const tracer = findTracer()!
    server = await createTestServer({ deps: { telemetry: traceTelemetry(tracer) } })
    const fetch = server.app.fetch.bind(server.app)
    Object.assign(server.app, { fetch: traceRequests(tracer, (request, env) => fetch(request, env), true) })
  })
  const send = (path: string, init?: RequestInit) => server.app.fetch(new Request(`https://attest.example${path}`, init))

  it('each request is one, of the trace that it came with, named after its route', async () => {
    const response = await send('/v1/verdicts/secret-name?token=secret', { headers: { traceparent, 'x-api-key': 'secret' } })
    expect(spans).toHaveLength(1)
    expect(spans[0]).toMatchObject({
      name: 'GET /v1/verdicts/:name',
      parent: { traceId: TRACE, spanId: '00f067aa0ba902b7' },
      attributes: {
        'http.request.method': 'GET',
        'http.route': '/v1/verdicts/:name',
        'http.response.status_code': 401,
        'vouchsafe.request_id': response.headers.get('x-request-id'),
      },
      end: expect.any(Number) as number,
    })
    expect(JSON.stringify(spans)).not.toContain('secret')
  })

  it('each begins when it came, however long it then waited for its turn, and ends by the same clock', async () => {
    const before = performance.timeOrigin + performance.now()
    await server.app.fetch(new Request('https://attest.example/nothing'), { wait: { ms: 5_000, work: 1 } })
    const [{ start, end }] = spans as [Seen]
    expect(start).toBeGreaterThanOrEqual(before - 5_000)
    expect(end! - start).toBeGreaterThan(5_000)
    expect(end).not.toSatisfy(Number.isInteger)
  })

  it('begins a trace of its own where the request has none, or one that is malformed', async () => {
    for (const headers of [{}, { traceparent: 'x' }]) await send('/nothing', { headers })
    expect(spans.map(({ name, parent }) => [name, parent])).toEqual([
      ['GET none', undefined],
      ['GET none', undefined],
    ])
  })

  it('has one for each stage of evidence, one after the other, beneath its own', async () => {
    const page = await visit(server)
    const body = JSON.stringify(await page.body())
    spans.length = 0
    await send('/v1/attest', {
      method: 'POST',
      body,
      headers: { traceparent, 'content-type': 'text/plain', origin: 'https://shop.example' },
    })
    const [request, ...parts] = spans
    expect(request).toMatchObject({ name: 'POST /v1/attest', attributes: { 'vouchsafe.action': expect.any(String) as string } })
    expect(parts.map(({ name }) => name)).toEqual(stages)
    expect(parts.map(({ parent, context }) => [parent?.spanId, context.traceId])).toEqual(
      stages.map(() => [request!.context.spanId, TRACE]),
    )
    expect(parts.slice(1).map(({ start }) => start)).toEqual(parts.slice(0, -1).map(({ end }) => end))
  })

  it('says why evidence was turned away', async () => {
    const body = JSON.stringify({ challenge: 'e30.e30.AA', evidence: 'e30.e30.AA' })
    await send('/v1/attest', { method: 'POST', body, headers: { 'content-type': 'text/plain', origin: 'https://shop.example' } })
    expect(spans[0]!.attributes['vouchsafe.reason']).toBe(server.log.at(-1)!.reason)
  })

  it.each([
    ['1', { traceId: TRACE }],
    ['0', undefined],
  ])('is what a server that listens does, too; of another’s trace only behind a proxy (%s)', async (proxies, parent) => {
    const folder = mkdtempSync(join(tmpdir(), 'vouchsafe-traced-'))
    const config = parseConfig({
      PORT: '0',
      VOUCHSAFE_TRUSTED_PROXIES: proxies,
      VOUCHSAFE_DATA_DIR: folder,
      VOUCHSAFE_LOG: 'silent',
      VOUCHSAFE_METRICS_PORT: '0',
    })
    const running = config.ok && (await startServer(config.value, () => undefined))
    if (running === false || !running.ok) throw new Error('it did not start')
    await fetch(`${running.value.url}/healthz`, { headers: { traceparent } })
    expect(spans.at(-1)).toMatchObject({ name: 'GET /healthz', ...(parent && { parent }) })
    if (!parent) expect(spans.at(-1)?.parent).toBeUndefined()
    expect(await (await fetch(running.value.metrics!)).text()).toContain('route="/healthz"')
    await running.value.close()
    rmSync(folder, { recursive: true })
  })
})
