import { err, ok, type Result } from '../../shared/result.js'
import type { EpochSeconds } from '../../shared/units.js'
import type { Caller } from '../core/caller.js'
import type { Random } from '../core/ids.js'
import type { ApiKey, IssuedKind, ApiKeys as KeptKeys, KeyKind, Projects, Tier } from '../stores/ports.js'
import { createMemory } from '../stores/remembered/create-memory.js'
import { isProvedBy, makeApiKey, shapeOf } from './api-key.js'
import { createSecretKeys } from './secret-keys.js'

/**
 * All keys by which a caller is known: the one way from a secret to whose it is. A project's private key is made and replaced with the project,
 * in one step, and there is exactly one: so it is kept there, and proved slowly (`SecretKeys`).
 */
export interface ApiKeys {
  /** @returns `full` when the owner has as many keys as it may, none of them revoked. */
  issue(
    projectId: string,
    kind: IssuedKind,
    name: string,
    tier: Tier,
  ): Promise<Result<{ readonly key: ApiKey; readonly secret: string }, 'full'>>
  /** @returns undefined for what is not, or no longer, a key of one of these kinds. */
  owner(secret: string | undefined, kinds: readonly KeyKind[]): Promise<Caller | undefined>
  /** Oldest first, revoked ones too; without the private key. */
  list(projectId: string): Promise<readonly ApiKey[]>
  /** At once here, within a second in other processes. @returns false when there is none, or it was revoked before. */
  revoke(projectId: string, id: string): Promise<boolean>
}

/** Where keys are: a private one with its project, the others by themselves. */
export interface KeyStores {
  readonly apiKeys: KeptKeys
  readonly projects: Pick<Projects, 'secretByLookup'>
}

export function createApiKeys({ apiKeys: store, projects }: KeyStores, random: Random, clock: () => EpochSeconds): ApiKeys {
  const secretKeys = createSecretKeys(projects, random)
  const memory = createMemory<ApiKey>(clock)

  /** Private keys are not metered: their tier is the one that allows the most. */
  async function ownerOfPrivate(secret: string, lookup: string): Promise<Caller | undefined> {
    const projectId = await secretKeys.owner(secret)
    return projectId === undefined ? undefined : { projectId, keyId: `key_${lookup}`, kind: 'private', tier: 'pro' }
  }

  return {
    async issue(projectId, kind, name, tier) {
      const { secret, lookup, hash } = makeApiKey(kind, random)
      const id = `key_${Buffer.from(random(16)).toString('base64url')}`
      const key: ApiKey = { id, projectId, kind, name, lookup, hash, tier, createdAt: Math.floor(clock()) }
      return (await store.add(key)) ? ok({ key, secret }) : err('full')
    },
    async owner(secret, kinds) {
      const shape = secret === undefined ? undefined : shapeOf(secret)
      if (secret === undefined || shape === undefined || !kinds.includes(shape.kind)) return undefined
      if (shape.kind === 'private') return ownerOfPrivate(secret, shape.lookup)
      const key = await memory.find(shape.lookup, () => store.byLookup(shape.lookup))
      if (key?.kind !== shape.kind || !isProvedBy(key, secret)) return undefined
      return { projectId: key.projectId, keyId: key.id, kind: key.kind, tier: key.tier }
    },
    list: (projectId) => store.list(projectId),
    async revoke(projectId, id) {
      const isRevoked = await store.revoke(projectId, id, Math.floor(clock()))
      memory.clear()
      return isRevoked
    },
  }
}
