import { createDigestEmail } from '../core/accounts/digest-email.js'
import { createUsageRing } from '../core/behaviour/account/usage-ring.js'
import { createKeptSessions } from '../core/behaviour/continuous/kept-sessions.js'
import type { Random } from '../core/ids.js'
import type { ApiKeys } from '../keys/api-keys.js'
import { createTokenSigner } from '../keys/create-token-signer.js'
import type { KeyRing } from '../keys/key-ring.js'
import type { BehaviourDeps, BehaviourSettings } from '../routes/behaviour/deps.js'
import type { Stores } from '../stores/ports.js'

/** What of the server the behaviour surface is made of. */
export interface BehaviourParts {
  readonly settings: { readonly issuer: string; readonly trustedProxies: number; readonly behaviour: BehaviourSettings }
  readonly stores: Stores
  readonly keys: KeyRing
  readonly apiKeys: ApiKeys
  readonly digestAddress: (address: string) => string
  readonly clock: () => number
  readonly random: Random
  readonly yieldTurn: () => Promise<void>
  readonly onScored?: ((projectId: string, score: number) => void) | undefined
}

function keysOf(apiKeys: ApiKeys): BehaviourDeps['keys'] {
  return {
    async issue(owner, tier) {
      const issued = await apiKeys.issue(owner, 'detlab', 'signup', tier)
      return issued.ok ? { secret: issued.value.secret } : undefined
    },
    list: async (owner) => (await apiKeys.list(owner)).filter(({ kind, revokedAt }) => kind === 'detlab' && revokedAt === undefined),
  }
}

export function behaviourDeps({
  settings,
  stores,
  keys,
  apiKeys,
  digestAddress,
  clock,
  random,
  yieldTurn,
  onScored,
}: BehaviourParts): BehaviourDeps {
  const { liveSessions, outbox, accounts, counters, replays, texts } = stores
  return {
    settings: { ...settings.behaviour, issuer: settings.issuer, trustedProxies: settings.trustedProxies },
    sessions: createKeptSessions(liveSessions, random),
    usage: createUsageRing(liveSessions, clock),
    digestEmail: createDigestEmail(texts, random),
    keys: keysOf(apiKeys),
    signToken: createTokenSigner(keys),
    yieldTurn,
    onScored,
    ...{ digestAddress, outbox, accounts, counters, replays, clock, random },
  }
}
