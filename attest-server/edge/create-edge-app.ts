import { err } from '../../shared/result.js'
import { type AppDeps, type AppSettings, createApp } from '../app.js'
import { describedIdentity } from '../compose/described-identity.js'
import { plainSpoken } from '../core/dialects/create-dialects.js'
import { crawlers } from '../crawlers/index.js'
import { createRandom } from '../create-random.js'
import { defaultSettings } from '../default-settings.js'
import { facts } from '../facts/index.js'
import { createAddressDigest } from '../keys/address-digest.js'
import type { ApiKeys } from '../keys/api-keys.js'
import { createKeyRing } from '../keys/key-ring.js'
import { ensureSigningKey } from '../keys/rotate.js'
import { openCrawlers } from '../network/crawler-feeds/open-crawlers.js'
import { createEnricher } from '../network/create-enricher.js'
import { createLookAlikes } from '../requests/look-alikes.js'
import { createLog } from '../routes/http/log.js'
import { createSessionService } from '../sessions/create-session-service.js'
import type { Stores } from '../stores/ports.js'
import { silent } from '../telemetry/telemetry.js'

export interface EdgeOptions {
  /** Public address without a slash at its end: the verdicts' `iss`. */
  readonly publicUrl: string
  readonly stores: Stores
  /** The collector's scripts; none: they are served elsewhere. */
  readonly assets?: AppDeps['assets']
  /** Of the visitor, by what the runtime says alone: what a visitor can write is no evidence. */
  readonly addressOf: (request: Request) => string | undefined
  /** Takes one line of log. */
  readonly write: (line: string) => void
  readonly settings?: Partial<AppSettings>
}

/** Secret keys are kept under argon2, which is native: here, none is one. */
const noKeys: ApiKeys = {
  issue: async () => err('full'),
  owner: async () => undefined,
  list: async () => [],
  revoke: async () => false,
}
const noPrivateKey = (): Promise<never> => Promise.reject(new Error('no private key can be made on the edge'))

/**
 * The attest-server for runtimes that know `Request` and `Response`, and of Node no more than `node:crypto`. To be made within a request: elsewhere such runtimes give out no
 * random bytes.
 * @returns what answers requests
 */
export async function createEdgeApp(options: EdgeOptions): Promise<(request: Request) => Promise<Response>> {
  const { publicUrl, stores, assets = [], addressOf, write } = options
  const settings: AppSettings = { issuer: publicUrl, ...defaultSettings, ...options.settings }
  const clock = () => Date.now() / 1000
  const random = createRandom((bytes) => crypto.getRandomValues(bytes))
  const log = createLog('info', write, clock)
  const client = { enrich: createEnricher([], clock), ja4Header: undefined }
  const proofs = {
    crawlers: openCrawlers({ crawlers, send: undefined, resolver: undefined, texts: stores.texts, asnOf: () => null, now: clock }),
    agents: undefined,
  }
  const identityOf = describedIdentity({ stores, ...proofs, clock }, settings.issuer)
  const yieldTurn = () => new Promise<void>((resolve) => setTimeout(resolve, 0))
  await ensureSigningKey(stores.signingKeys, 'ES256', random, clock())
  const app = createApp({
    settings,
    stores,
    keys: createKeyRing(stores.signingKeys, clock),
    apiKeys: noKeys,
    digestAddress: createAddressDigest(random),
    sessions: createSessionService({ stores, client, clock, random, yieldTurn, log, identityOf }),
    facts,
    client,
    ...proofs,
    assets,
    dialects: plainSpoken,
    lookAlikes: createLookAlikes({ stores, random, clock, log }),
    docsFiles: [],
    clock,
    stopwatch: () => performance.now(),
    random,
    yieldTurn,
    makePrivateKey: noPrivateKey,
    log,
    telemetry: silent,
    isDraining: () => false,
  })
  return async (request) => {
    const socket = { remoteAddress: addressOf(request), encrypted: new URL(request.url).protocol === 'https:' }
    // Such runtimes do not tell how headers were written.
    return app.fetch(request, { incoming: { httpVersion: 'unknown', rawHeaders: [], socket } })
  }
}
