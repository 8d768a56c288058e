import { describe, expect, it } from 'vitest'
import { slowHash } from '../keys/slow-hash.js'
import { openMemoryStores } from '../stores/memory/open-memory-stores.js'
import { createPasswords } from './create-passwords.js'

describe('passwords', () => {
  it('cost as much work where there is no account as where there is one', async () => {
    const verified: string[] = []
    const counting = {
      hash: async (text: string) => `hash of ${text}`,
      async verify(hash: string, text: string) {
        verified.push(hash)
        return hash === `hash of ${text}`
      },
    }
    const passwords = createPasswords(openMemoryStores().credentials, counting)
    await passwords.set('acc_1', 'right')
    expect(await passwords.isRight('acc_1', 'right')).toBe(true)
    expect(await passwords.isRight('acc_1', 'wrong')).toBe(false)
    expect(await passwords.isRight('acc_2', 'right')).toBe(false)
    expect(await passwords.isRight(undefined, 'right')).toBe(false)
    expect(await passwords.isRight(undefined, 'nobody has this password'), 'not even the one that stands for none').toBe(false)
    expect(verified).toHaveLength(5)
  })

  it('are kept as argon2id, and are the same however their letters are spelt in Unicode', async () => {
    const { credentials } = openMemoryStores()
    const passwords = createPasswords(credentials, slowHash)
    await passwords.set('acc_1', 'cr\u00e8me br\u00fbl\u00e9e')
    expect((await credentials.find('password', 'acc_1'))?.body).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await passwords.isRight('acc_1', 'cre\u0300me bru\u0302le\u0301e')).toBe(true)
    await passwords.set('acc_1', 'another one')
    expect(await passwords.isRight('acc_1', 'crème brûlée')).toBe(false)
  })

  it('of which one was set by somebody else meanwhile is not set, and says so', async () => {
    const { credentials } = openMemoryStores()
    const passwords = createPasswords(credentials, { hash: async (text) => text, verify: async (hash, text) => hash === text })
    expect(await passwords.set('acc_1', 'first')).toBe(true)
    const overtaken = createPasswords(
      { ...credentials, change: async () => false },
      { hash: async (text) => text, verify: async (hash, text) => hash === text },
    )
    expect(await overtaken.set('acc_1', 'second')).toBe(false)
    expect(await passwords.isRight('acc_1', 'first')).toBe(true)
  })

  it('can be proved again after a hash that failed', async () => {
    let isOutOfMemory = true
    const passwords = createPasswords(openMemoryStores().credentials, {
      async hash(text) {
        if (isOutOfMemory) throw new Error('out of memory')
        return text
      },
      verify: async (hash, text) => hash === text,
    })
    await expect(passwords.isRight(undefined, 'x')).rejects.toThrow('out of memory')
    isOutOfMemory = false
    expect(await passwords.isRight(undefined, 'x')).toBe(false)
  })
})
