import { describe, expect, it } from 'vitest'
import type { StoredKey } from '../ports.js'
import { NOW, type OpenStores, withStores } from './support.js'

const key = (kid: string): StoredKey => ({ kid, alg: 'ES256', privateJwk: '{}', mac: 'bWFj', createdAt: NOW, activeFrom: NOW })

export function testSigningKeys(open: OpenStores): void {
  describe('signing keys', () => {
    const { stores } = withStores(open)

    it('takes one first signing key only', async () => {
      const begun = await Promise.all(['a', 'b', 'c'].map((kid) => stores().signingKeys.begin(key(kid))))
      expect(begun.filter((isFirst) => isFirst)).toHaveLength(1)
      expect(await stores().signingKeys.list()).toHaveLength(1)
    })

    it('retires the old signing keys when another takes over, and drops them in time', async () => {
      await stores().signingKeys.begin(key('a'))
      await stores().signingKeys.succeed(key('b'), NOW + 100)
      await stores().signingKeys.succeed(key('c'), NOW + 200)
      const retiring = [
        { ...key('b'), retiresAt: NOW + 200 },
        { ...key('a'), retiresAt: NOW + 100 },
      ]
      expect(await stores().signingKeys.list()).toEqual([key('c'), ...retiring])
      await stores().prune(NOW + 150)
      expect((await stores().signingKeys.list()).map(({ kid }) => kid)).toEqual(['c', 'b'])
    })

    it('lets no other signing key outlive the end that it is given, whatever end it had', async () => {
      await stores().signingKeys.begin(key('a'))
      await stores().signingKeys.succeed(key('b'), NOW + 100)
      await stores().signingKeys.succeed(key('c'), NOW)
      const ends = (await stores().signingKeys.list()).map(({ kid, retiresAt }) => [kid, retiresAt])
      expect(ends).toEqual([
        ['c', undefined],
        ['b', NOW],
        ['a', NOW],
      ])
    })
  })
}
