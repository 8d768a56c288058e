import type { Hono } from 'hono'
import type { EpochSeconds } from '../../shared/units.js'
import type { ChallengeResponse } from '../../shared/wire/challenge.js'
import { type AppDeps, createApp, surfacesOf } from '../app.js'
import { yieldTurn } from '../compose/compose-deps.js'
import { describedIdentity } from '../compose/described-identity.js'
import { plainSpoken } from '../core/dialects/create-dialects.js'
import { defaultThresholds } from '../core/requests/decide-request.js'
import { crawlers } from '../crawlers/index.js'
import { facts } from '../facts/index.js'
import { createAddressDigest } from '../keys/address-digest.js'
import { type ApiKeys, createApiKeys } from '../keys/api-keys.js'
import { createKeyRing } from '../keys/key-ring.js'
import { ensureSigningKey } from '../keys/rotate.js'
import { makeSecretKey } from '../keys/secret-key.js'
import { openCrawlers } from '../network/crawler-feeds/open-crawlers.js'
import { createEnricher } from '../network/create-enricher.js'
import { createLookAlikes, type LookAlikes } from '../requests/look-alikes.js'
import type { AppEnv } from '../routes/http/env.js'
import { createLog } from '../routes/http/log.js'
import type { Surface } from '../routes/http/surface.js'
import { createSessionService } from '../sessions/create-session-service.js'
import { openMemoryStores } from '../stores/memory/open-memory-stores.js'
import type { IssuedKind, Project, Stores, Tier } from '../stores/ports.js'
import { silent } from '../telemetry/telemetry.js'

export const ISSUER = 'http://127.0.0.1:8787'
export const ORIGIN = 'https://shop.example'
const START = 1_790_000_000

/** What Chromium 156 sends with the collector's requests. */
export const browserHeaders: Readonly<Record<string, string>> = {
  host: '127.0.0.1:8787',
  'sec-ch-ua': '"Not:A-Brand";v="8", "Chromium";v="156"',
  'sec-ch-ua-mobile': '?0',
  'sec-ch-ua-platform': '"Linux"',
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
  accept: '*/*',
  'sec-fetch-site': 'cross-site',
  'sec-fetch-mode': 'cors',
  'sec-fetch-dest': 'empty',
  'accept-encoding': 'gzip, deflate, br, zstd',
  'accept-language': 'en-US,en;q=0.9',
}

export interface TestServer {
  readonly app: Hono<AppEnv>
  /** What is mounted, with its documentation. */
  readonly surfaces: readonly Surface[]
  readonly stores: Stores
  readonly project: Project
  readonly secretKey: string
  readonly apiKeys: ApiKeys
  readonly lookAlikes: LookAlikes
  /** Scores the events that wait. */
  score(): Promise<unknown>
  /** Every line of the log, parsed. */
  readonly log: Record<string, unknown>[]
  /** Moves the clock. */
  pass(seconds: number): void
  now(): number
  /** `POST` with a browser's headers. */
  post(path: string, body: unknown, headers?: Readonly<Record<string, string | undefined>>): Promise<Response>
  /** A new key of the project's. */
  issue(kind: IssuedKind, tier?: Tier): Promise<string>
  challenge(request?: object, origin?: string): Promise<ChallengeResponse>
}

const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length))

const shop: Project = {
  id: 'prj_test',
  name: 'Shop',
  siteKey: 'pk_AAAAAAAAAAAAAAAAAAAAAA',
  origins: [ORIGIN, 'loopback'],
  enforce: true,
  noscript: true,
  contact: 'mailto:help@shop.example',
  createdAt: START,
}

/** Undefined takes a header away. */
function headersOf(extra: Readonly<Record<string, string | undefined>>): Headers {
  const headers = new Headers(browserHeaders)
  headers.set('origin', ORIGIN)
  headers.set('content-type', 'text/plain;charset=UTF-8')
  for (const [name, value] of Object.entries(extra)) {
    if (value === undefined) headers.delete(name)
    else headers.set(name, value)
  }
  return headers
}

export interface TestServerOptions {
  readonly stores?: Stores
  readonly project?: Partial<Project>
  readonly settings?: Partial<AppDeps['settings']>
  readonly deps?: Partial<AppDeps>
  /** Where its clock stands. */
  readonly now?: EpochSeconds
}

/** A whole server without a socket, on a clock that stands still until it is moved. */
export async function createTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const { stores = openMemoryStores() } = options
  let now = options.now ?? START
  const clock = () => now
  const log: Record<string, unknown>[] = []
  await ensureSigningKey(stores.signingKeys, 'ES256', random, now)
  const project = { ...shop, ...options.project }
  const secret = await makeSecretKey(project.id, random)
  const known = await stores.projects.list()
  if (!known.some(({ id }) => id === project.id)) await stores.projects.create(project, secret.stored)
  const client = options.deps?.client ?? { enrich: createEnricher([], clock), ja4Header: undefined }
  const lines = createLog('info', (line) => log.push(JSON.parse(line) as Record<string, unknown>), clock)
  const proofs = {
    crawlers: openCrawlers({ crawlers, send: undefined, resolver: undefined, texts: stores.texts, asnOf: () => null, now: clock }),
    agents: undefined,
    ...options.deps,
  }
  const identityOf = describedIdentity({ stores, clock, crawlers: proofs.crawlers, agents: proofs.agents }, ISSUER)
  const sessions = createSessionService({ stores, client, clock, random, yieldTurn, log: lines, identityOf })
  const apiKeys = createApiKeys(stores, random, clock)
  const deps: AppDeps = {
    settings: {
      issuer: ISSUER,
      verdictLife: 120,
      challengeLife: 300,
      retention: 86_400,
      sketchLife: 14 * 86_400,
      // Most findings of tests were made up, without a trace that could be shown.
      revealShare: undefined,
      pow: { count: 4, difficulty: 2 },
      trustedProxies: 0,
      requests: { thresholds: defaultThresholds, callerProxies: 0 },
      behaviour: { openSignup: false, trustIssuer: undefined, webhookLoopback: false },
      ...options.settings,
    },
    stores,
    keys: createKeyRing(stores.signingKeys, clock),
    apiKeys,
    digestAddress: createAddressDigest(random),
    sessions,
    facts,
    client,
    crawlers: proofs.crawlers,
    agents: proofs.agents,
    assets: [],
    dialects: plainSpoken,
    docsFiles: [],
    clock,
    stopwatch: () => now * 1000,
    random,
    yieldTurn,
    makePrivateKey: (projectId) => makeSecretKey(projectId, random),
    telemetry: silent,
    lookAlikes: createLookAlikes({ stores, random, clock, log: lines }),
    log: lines,
    isDraining: () => false,
    ...options.deps,
  }
  const app = createApp(deps)
  const post: TestServer['post'] = async (path, body, headers = {}) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const raw = body instanceof Uint8Array ? Uint8Array.from(body) : text
    return app.request(path, { method: 'POST', headers: headersOf(headers), body: raw })
  }
  return {
    app,
    surfaces: surfacesOf(deps),
    stores,
    project,
    secretKey: secret.key,
    apiKeys,
    score: sessions.score,
    lookAlikes: deps.lookAlikes,
    log,
    pass: (seconds) => {
      now += seconds
    },
    now: clock,
    post,
    async issue(kind, tier = 'pro') {
      const issued = await deps.apiKeys.issue(project.id, kind, kind, tier)
      if (!issued.ok) throw new Error(issued.error)
      return issued.value.secret
    },
    async challenge(request = {}, origin = ORIGIN) {
      const response = await post('/v1/challenge', { siteKey: project.siteKey, ...request }, { origin })
      if (!response.ok) throw new Error(await response.text())
      return (await response.json()) as ChallengeResponse
    },
  }
}
