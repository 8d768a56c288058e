import type { EpochSeconds } from '../../shared/units.js'
import { createDigestEmail } from '../core/accounts/digest-email.js'
import { createKeptSessions } from '../core/behaviour/continuous/kept-sessions.js'
import type { Random } from '../core/ids.js'
import { crawlers } from '../crawlers/index.js'
import type { ApiKeys } from '../keys/api-keys.js'
import type { KeyRing } from '../keys/key-ring.js'
import { createSealer } from '../keys/sealer.js'
import { browserOf } from '../logins/browser-of.js'
import { createLogins } from '../logins/create-logins.js'
import { createPasskeys } from '../logins/create-passkeys.js'
import { createPasswords, type SlowHash } from '../logins/create-passwords.js'
import type { ControlDeps } from '../routes/control/deps.js'
import type { DashboardDeps, PageFile } from '../routes/dashboard/deps.js'
import { facetsOf } from '../stores/facets.js'
import type { Stores } from '../stores/ports.js'

/** What of the server the dashboard is made of. */
export interface DashboardParts {
  readonly settings: { readonly issuer: string }
  readonly stores: Stores
  readonly keys: KeyRing
  readonly apiKeys: ApiKeys
  readonly clock: () => EpochSeconds
  readonly random: Random
}

const known = crawlers.map(({ id, name, category }) => ({ id, name, category }))

/** @param slowHash argon2id @param files of the page; none where it was not built */
export const composeDashboard =
  (slowHash: SlowHash, files: readonly PageFile[]) =>
  ({ settings: { issuer }, stores, keys, apiKeys, clock, random }: DashboardParts, control: ControlDeps): DashboardDeps => {
    const { credentials, accounts, replays, texts } = stores
    const sessions = createKeptSessions(stores.liveSessions, random)
    const digestEmail = createDigestEmail(texts, random)
    const isGood = async (accountId: string, keyId: string) =>
      (await apiKeys.list(accountId)).some(({ id, revokedAt }) => id === keyId && revokedAt === undefined)
    return {
      ...control,
      logins: createLogins({ credentials, accounts, isGood, isSecure: issuer.startsWith('https:'), clock, random }),
      passwords: createPasswords(credentials, slowHash),
      passkeys: createPasskeys({ credentials, sealer: createSealer(keys), replays, issuer, clock, random }),
      tokenOwner: (token) => apiKeys.owner(token, ['account']),
      async accountOf(email) {
        const name = await digestEmail(email)
        return { known: (await accounts.byEmailHash(name))?.id, name }
      },
      browserOf,
      issuer,
      facetsOf,
      counters: stores.counters,
      verdicts: stores.verdicts,
      rollups: stores.rollups,
      outbox: stores.outbox,
      canSign: async (projectId, session) => (await sessions.webhookOf(projectId, session)) !== undefined,
      crawlers: known,
      files,
    }
  }
