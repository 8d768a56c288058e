import { getRandomValues } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { err, type Result } from '../../shared/result.js'
import type { AppDeps } from '../app.js'
import { findAssetsFolder, loadAssets } from '../assets/load-assets.js'
import { loadDialects } from '../assets/load-dialects.js'
import { loadDocsFiles } from '../assets/load-docs-files.js'
import type { Config } from '../config.js'
import { countScore } from '../core/dashboard/count-visit.js'
import { createDialects } from '../core/dialects/create-dialects.js'
import { createRandom } from '../create-random.js'
import { composeDashboard } from '../dashboard/compose-dashboard.js'
import { loadPage } from '../dashboard/load-page.js'
import { facts } from '../facts/index.js'
import { createAddressDigest } from '../keys/address-digest.js'
import { createApiKeys } from '../keys/api-keys.js'
import { createKeyRing } from '../keys/key-ring.js'
import { ensureSigningKey } from '../keys/rotate.js'
import { makeSecretKey, type NewSecretKey } from '../keys/secret-key.js'
import { slowHash } from '../keys/slow-hash.js'
import type { Enrich } from '../network/create-enricher.js'
import { createLookAlikes } from '../requests/look-alikes.js'
import { createLog } from '../routes/http/log.js'
import { createSessionService } from '../sessions/create-session-service.js'
import { openStores, placeOf } from '../stores/open.js'
import { type Stores, StoreUnavailable } from '../stores/ports.js'
import type { Telemetry } from '../telemetry/telemetry.js'
import type { Proofs } from './compose-proofs.js'
import { describedIdentity } from './described-identity.js'

/** Seconds since 1970, with fractions. */
export const clock = (): number => Date.now() / 1000
/** Milliseconds, precise to the microsecond. */
export const stopwatch = (): number => performance.now()
/** Resolves when what is ready has had its turn. */
export const yieldTurn = (): Promise<void> => setImmediate()
export const random = createRandom(getRandomValues)
export const makePrivateKey = (projectId: string): Promise<NewSecretKey> => makeSecretKey(projectId, random)

/** Everything but the public address, which is known only when the server listens. */
export type DepsFor = (issuer: string, isDraining: () => boolean) => AppDeps

/** Opens the store and makes the first signing key. @returns what is wrong in words. */
export async function openPrepared(config: Config): Promise<Result<Stores, string>> {
  const stores = await openStores(config)
  if (!stores.ok) return stores
  try {
    await ensureSigningKey(stores.value.signingKeys, config.signingAlgorithm, random, clock())
    return stores
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error
    await stores.value.close()
    const advice = config.databaseUrl ? 'See VOUCHSAFE_DATABASE_URL.' : 'Set VOUCHSAFE_DATA_DIR to a folder that can.'
    return err(`The data in ${placeOf(config)} cannot be written. ${advice}`)
  }
}

/** What the parts of the server work with, and what is open before they are. */
export interface Means {
  readonly enrich: Enrich
  readonly proofs: Proofs
  readonly telemetry: Telemetry
  /** Takes one line of log. */
  readonly write: (line: string) => void
}

/** The one place where the parts of the server are put together. */
export function composeDeps(config: Config, stores: Stores, { enrich, proofs, telemetry, write }: Means): DepsFor {
  const { verdictLife, challengeLife, retention, sketchLife, revealShare, pow, trustedProxies, requests, behaviour } = config
  const keys = createKeyRing(stores.signingKeys, clock)
  const log = createLog(config.log, write, clock)
  const client = { enrich, ja4Header: config.ja4Header }
  return (issuer, isDraining) => ({
    settings: { issuer, verdictLife, challengeLife, retention, sketchLife, revealShare, pow, trustedProxies, requests, behaviour },
    stores,
    keys,
    apiKeys: createApiKeys(stores, random, clock),
    digestAddress: createAddressDigest(random),
    sessions: createSessionService({
      stores,
      client,
      clock,
      random,
      yieldTurn,
      log,
      identityOf: describedIdentity({ stores, ...proofs, clock }, issuer),
      ...(config.dashboard && {
        onScored: (projectId: string, score: number) => countScore('sessions', projectId, score, clock(), stores.rollups),
      }),
    }),
    facts,
    client,
    ...proofs,
    lookAlikes: createLookAlikes({ stores, random, clock, log }),
    assets: loadAssets(findAssetsFolder()),
    dialects: createDialects(loadDialects(findAssetsFolder()), config.buildGrace),
    docsFiles: loadDocsFiles(),
    clock,
    stopwatch,
    random,
    yieldTurn,
    makePrivateKey,
    log,
    telemetry,
    dashboard: config.dashboard ? composeDashboard(slowHash, loadPage()) : undefined,
    isDraining,
  })
}
