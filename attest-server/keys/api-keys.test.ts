import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMemoryApiKeys } from '../stores/memory/api-keys.js'
import type { ApiKey, IssuedKind, KeyKind } from '../stores/ports.js'
import { isProvedBy, makeApiKey, shapeOf } from './api-key.js'
import { createApiKeys } from './api-keys.js'
import { makeSecretKey } from './secret-key.js'

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const issued: readonly IssuedKind[] = ['detlab', 'afk', 'live', 'yeb', 'account']
const kinds: readonly KeyKind[] = ['private', ...issued]

async function start(most = 100) {
  const store = createMemoryApiKeys(most)
  let lookups = 0
  const byLookup = (lookup: string) => {
    lookups++
    return store.byLookup(lookup)
  }
  const counted = { ...store, byLookup }
  const made = await makeSecretKey('prj_private', random)
  let secret = made.stored
  const projects = { secretByLookup: async (lookup: string) => (lookup === secret.lookup ? secret : undefined) }
  let now = 100.5
  const create = () => createApiKeys({ apiKeys: counted, projects }, random, () => now)
  const keys = create()
  const issue = async (kind: IssuedKind) => {
    const result = await keys.issue('prj_1', kind, 'Worker', 'free')
    if (!result.ok) throw new Error(result.error)
    return result.value
  }
  const rotate = async () => {
    const next = await makeSecretKey('prj_private', random)
    secret = next.stored
    return next.key
  }
  const pass = (seconds: number) => {
    now += seconds
  }
  return { keys, other: create(), issue, privateKey: made.key, rotate, pass, lookups: () => lookups }
}

describe('API keys', () => {
  it('say whose they are, to who asks for their kind', async () => {
    const { keys, issue, privateKey } = await start()
    for (const kind of issued) {
      const { key, secret } = await issue(kind)
      expect(await keys.owner(secret, [kind])).toEqual({ projectId: 'prj_1', keyId: key.id, kind, tier: 'free' })
      expect(await keys.owner(secret, kinds)).toMatchObject({ kind })
      const others = kinds.filter((other) => other !== kind)
      expect(await keys.owner(secret, others)).toBeUndefined()
    }
    expect(await keys.owner(privateKey, ['live', 'private'])).toMatchObject({ projectId: 'prj_private', kind: 'private', tier: 'pro' })
    expect(await keys.owner(privateKey, issued)).toBeUndefined()
  })

  it('begin as each API documents it', async () => {
    const { issue } = await start()
    const beginnings = await Promise.all(issued.map(async (kind) => (await issue(kind)).secret.replace(/[0-9a-f]{64}$/, '…')))
    expect(beginnings).toEqual(['detlab_…', 'afk_…', 'sk_live_…', 'yeb_…', '…'])
  })

  it('are kept as a digest that holds nothing of the secret', async () => {
    const { keys, issue } = await start()
    const { key, secret } = await issue('afk')
    expect(await keys.list('prj_1')).toEqual([key])
    const kept = JSON.stringify(key)
    expect(kept).not.toContain(secret.slice(-48))
    expect(kept).toContain(key.lookup)
    expect(key).toMatchObject({ kind: 'afk', name: 'Worker', tier: 'free', createdAt: 100 })
  })

  it('are refused when a character is wrong, missing or too many', async () => {
    const { keys, issue } = await start()
    const { secret } = await issue('detlab')
    const last = secret.endsWith('0') ? '1' : '0'
    for (const wrong of [
      `${secret.slice(0, -1)}${last}`,
      secret.slice(0, -1),
      `${secret}0`,
      ` ${secret}`,
      secret.toUpperCase(),
      '',
      undefined,
    ])
      expect(await keys.owner(wrong, kinds)).toBeUndefined()
  })

  it('are worthless at once where they are revoked, and elsewhere within two seconds', async () => {
    const { keys, other, issue, pass } = await start()
    const { key, secret } = await issue('live')
    expect(await keys.owner(secret, ['live'])).toBeDefined()
    expect(await other.owner(secret, ['live'])).toBeDefined()
    expect(await keys.revoke('prj_2', key.id)).toBe(false)
    expect(await keys.revoke('prj_1', key.id)).toBe(true)
    expect(await keys.owner(secret, ['live'])).toBeUndefined()
    pass(2)
    expect(await other.owner(secret, ['live'])).toBeUndefined()
  })

  it('are worthless at once when they are private and rotated', async () => {
    const { keys, privateKey, rotate } = await start()
    expect(await keys.owner(privateKey, ['private'])).toBeDefined()
    const next = await rotate()
    expect(await keys.owner(privateKey, ['private'])).toBeUndefined()
    expect(await keys.owner(next, ['private'])).toMatchObject({ projectId: 'prj_private' })
  })

  it('are looked up once a second, however often they are used', async () => {
    const { keys, issue, pass, lookups } = await start()
    const { secret } = await issue('afk')
    for (let i = 0; i < 50; i++) await keys.owner(secret, ['afk'])
    expect(lookups()).toBe(1)
    pass(1)
    await keys.owner(secret, ['afk'])
    expect(lookups()).toBe(2)
  })

  it('cost nothing when they have the looks of none, or of a kind that nobody asked for', async () => {
    const { keys, issue, lookups } = await start()
    const { secret } = await issue('afk')
    for (const text of ['afk_', `pk_live_${'0'.repeat(64)}`, 'x'.repeat(1e6), `sk_live_${'0'.repeat(63)}g`]) await keys.owner(text, kinds)
    await keys.owner(secret, ['detlab'])
    expect(lookups()).toBe(0)
  })

  it('are not issued beyond what an owner may have', async () => {
    const { keys } = await start(1)
    expect((await keys.issue('prj_1', 'afk', '', 'free')).ok).toBe(true)
    expect(await keys.issue('prj_1', 'afk', '', 'free')).toEqual({ ok: false, error: 'full' })
  })
})

describe('the shape of a key', () => {
  const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
  /** Any random there may be, the one where a private key begins like one of kind `live` too. */
  const from = (...draws: Uint8Array[]) => {
    const left = [...draws]
    return () => left.shift() ?? new Uint8Array()
  }

  it('is of one kind only, whatever is drawn', () => {
    fc.assert(
      fc.property(fc.constantFrom(...issued), bytes(8), bytes(24), (kind, lookup, secret) => {
        const key = makeApiKey(kind, from(lookup, secret))
        expect(shapeOf(key.secret)).toEqual({ kind, lookup: key.lookup })
      }),
    )
  })

  it('tells a private key that begins like a live one from a live one', () => {
    const letters = fc.stringMatching(/^[A-Za-z0-9_-]{6}$/)
    fc.assert(
      fc.property(letters, fc.stringMatching(/^[A-Za-z0-9_-]{32}$/), (rest, secret) => {
        expect(shapeOf(`sk_live_${rest}_${secret}`)).toEqual({ kind: 'private', lookup: `live_${rest}` })
      }),
    )
  })

  it('says nothing of a text of one kind with the beginning of another: it proves nothing there', () => {
    fc.assert(
      fc.property(fc.constantFrom(...issued), fc.constantFrom(...issued), bytes(8), bytes(24), (kind, other, lookup, secret) => {
        fc.pre(kind !== other)
        const [own, foreign] = [makeApiKey(kind, from(lookup, secret)), makeApiKey(other, from(lookup, secret))]
        expect(isProvedBy(own, own.secret)).toBe(true)
        expect(isProvedBy(own, foreign.secret)).toBe(false)
      }),
    )
  })

  it('is none for any other text', () => {
    fc.assert(fc.property(fc.string({ maxLength: 100 }), (text) => shapeOf(text) === undefined))
    fc.assert(fc.property(fc.string(), (hash) => !isProvedBy({ hash } as ApiKey, 'afk_')))
  })
})
