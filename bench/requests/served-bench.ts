import { Hono } from 'hono'
import { createApp } from '../../attest-server/app.js'
import { makePrivateKey, random, stopwatch, yieldTurn } from '../../attest-server/compose/compose-deps.js'
import { composeProofs } from '../../attest-server/compose/compose-proofs.js'
import { plainSpoken } from '../../attest-server/core/dialects/create-dialects.js'
import { defaultThresholds } from '../../attest-server/core/requests/decide-request.js'
import { facts } from '../../attest-server/facts/index.js'
import { createAddressDigest } from '../../attest-server/keys/address-digest.js'
import { createApiKeys } from '../../attest-server/keys/api-keys.js'
import { createKeyRing } from '../../attest-server/keys/key-ring.js'
import { createEnricher } from '../../attest-server/network/create-enricher.js'
import { createLookAlikes } from '../../attest-server/requests/look-alikes.js'
import { createLog } from '../../attest-server/routes/http/log.js'
import { createSessionService } from '../../attest-server/sessions/create-session-service.js'
import { openMemoryStores } from '../../attest-server/stores/memory/open-memory-stores.js'
import { createMetrics } from '../../attest-server/telemetry/metrics.js'
import { observeByMetrics } from '../../attest-server/telemetry/observe-by-metrics.js'
import { observeStores } from '../../attest-server/telemetry/observe-stores.js'
import { silent } from '../../attest-server/telemetry/telemetry.js'

const NOW = 1_795_219_200
const PROJECT = 'prj_bench'

export interface Served {
  /** @returns what was answered */
  send(path: string, body: string): Promise<unknown>
  /** Moves the clock, for the limits of the key. */
  pass(seconds: number): void
}

const sized = (headers: Readonly<Record<string, string>>, body: string) => ({
  ...headers,
  'content-length': String(Buffer.byteLength(body)),
})

async function sendTo(
  app: { request(path: string, init: RequestInit): Response | Promise<Response> },
  path: string,
  body: string,
  headers: Record<string, string>,
): Promise<unknown> {
  const response = await app.request(path, { method: 'POST', body, headers: sized(headers, body) })
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  return response.json()
}

/**
 * The whole server as it is put together, on stores in memory and without a socket; its log is written to nowhere.
 * @param isMeasured by the metrics that operators read.
 */
export async function servedScores(isMeasured: boolean): Promise<Served> {
  let now = NOW
  const clock = () => now
  const metrics = createMetrics()
  const stores = isMeasured ? observeStores(openMemoryStores(), metrics, stopwatch) : openMemoryStores()
  const apiKeys = createApiKeys(stores, random, clock)
  const log = createLog('info', () => undefined, clock)
  const client = { enrich: createEnricher([], clock), ja4Header: undefined }
  const proofs = composeProofs({ crawlerFeeds: false, nameServers: [], agents: 'off' }, stores, () => null, clock)
  const app = createApp({
    settings: {
      issuer: 'http://127.0.0.1:8787',
      verdictLife: 120,
      challengeLife: 300,
      retention: 86_400,
      sketchLife: 14 * 86_400,
      revealShare: undefined,
      pow: { count: 16, difficulty: 16_384 },
      trustedProxies: 0,
      requests: { thresholds: defaultThresholds, callerProxies: 0 },
      behaviour: { openSignup: false, trustIssuer: undefined, webhookLoopback: false },
    },
    stores,
    keys: createKeyRing(stores.signingKeys, clock),
    apiKeys,
    digestAddress: createAddressDigest(random),
    facts,
    client,
    ...proofs,
    sessions: createSessionService({ stores, client, clock, random, yieldTurn, log }),
    lookAlikes: createLookAlikes({ stores, random, clock, log }),
    assets: [],
    dialects: plainSpoken,
    docsFiles: [],
    clock,
    stopwatch,
    random,
    yieldTurn,
    makePrivateKey,
    log,
    telemetry: isMeasured ? observeByMetrics(metrics, stopwatch) : silent,
    isDraining: () => false,
  })
  const issued = await apiKeys.issue(PROJECT, 'afk', 'bench', 'pro')
  if (!issued.ok) throw new Error(issued.error)
  const headers = { 'content-type': 'application/json', 'x-api-key': issued.value.secret }
  return {
    send: (path, body) => sendTo(app, path, body, headers),
    pass: (seconds) => {
      now += seconds
    },
  }
}

/** A route that reads JSON and answers it: what the framework alone costs. */
export function bareRoute(): Served {
  const app = new Hono()
  app.post('/score', async (c) => c.json(await c.req.json()))
  const headers = { 'content-type': 'application/json' }
  return { send: (path, body) => sendTo(app, path, body, headers), pass: () => undefined }
}
