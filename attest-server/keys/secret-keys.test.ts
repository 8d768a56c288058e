import { verify } from '@node-rs/argon2'
import { describe, expect, it } from 'vitest'
import type { StoredSecret } from '../stores/ports.js'
import { lookupOf, makeSecretKey } from './secret-key.js'
import { createSecretKeys } from './secret-keys.js'

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))

async function start() {
  const { key, stored } = await makeSecretKey('prj_1', random)
  const secrets = new Map<string, StoredSecret>([[stored.lookup, stored]])
  const proofs: string[] = []
  const prove = (hash: string, tried: string) => {
    proofs.push(tried)
    return verify(hash, tried)
  }
  const keys = createSecretKeys({ secretByLookup: async (lookup) => secrets.get(lookup) }, random, prove)
  return { key, stored, secrets, proofs, keys }
}

describe('secret keys', () => {
  it('look like sk_ with a lookup part and a secret, and are kept as argon2id', async () => {
    const { key, stored } = await start()
    expect(key).toMatch(/^sk_[A-Za-z0-9_-]{11}_[A-Za-z0-9_-]{32}$/)
    expect(lookupOf(key)).toBe(stored.lookup)
    expect(stored.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(stored.hash).not.toContain(key.slice(15))
  })

  it('pay for argon2 once', async () => {
    const { key, keys, proofs } = await start()
    for (let i = 0; i < 5; i++) expect(await keys.owner(key)).toBe('prj_1')
    expect(proofs).toHaveLength(1)
  })

  it('are refused when the secret is wrong, each time at full cost', async () => {
    const { key, keys, proofs } = await start()
    const wrong = `${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`
    expect(await keys.owner(wrong)).toBeUndefined()
    expect(await keys.owner(wrong)).toBeUndefined()
    expect(proofs).toHaveLength(2)
  })

  it('cost nothing when they are none, or when nobody knows them', async () => {
    const { keys, proofs } = await start()
    const { key } = await makeSecretKey('prj_2', random)
    for (const text of [key, '', 'sk_', 'pk_AAAAAAAAAAAAAAAAAAAAAA', `sk_${'a'.repeat(500)}`])
      expect(await keys.owner(text)).toBeUndefined()
    expect(proofs).toEqual([])
  })

  it('are worthless at once when they are replaced', async () => {
    const { key, keys, secrets, stored } = await start()
    expect(await keys.owner(key)).toBe('prj_1')
    const next = await makeSecretKey('prj_1', random)
    secrets.clear()
    secrets.set(next.stored.lookup, next.stored)
    expect(await keys.owner(key)).toBeUndefined()
    expect(await keys.owner(next.key)).toBe('prj_1')
    secrets.set(stored.lookup, { ...next.stored, lookup: stored.lookup })
    expect(await keys.owner(key)).toBeUndefined()
  })

  it('are proved a few at a time, and a flood of guesses is turned away', async () => {
    const { stored } = await start()
    let running = 0
    let most = 0
    const prove = async () => {
      most = Math.max(most, ++running)
      await new Promise((resolve) => setTimeout(resolve, 1))
      running--
      return false
    }
    const keys = createSecretKeys({ secretByLookup: async () => stored }, random, prove)
    const guesses = await Promise.allSettled(Array.from({ length: 200 }, () => keys.owner(`sk_${'a'.repeat(11)}_${'b'.repeat(32)}`)))
    expect(most).toBe(4)
    expect(guesses.filter(({ status }) => status === 'rejected')).toHaveLength(200 - 4 - 64)
    expect(await keys.owner(`sk_${'a'.repeat(11)}_${'b'.repeat(32)}`)).toBeUndefined()
  })
})
