import { describe, expect, it } from 'vitest'
import type { ApiKey } from '../ports.js'
import { fromBoth, NOW, type OpenStores, withStores } from './support.js'

const key = (id: string, projectId = 'prj_shop'): ApiKey => ({
  id: `key_${id}`,
  projectId,
  kind: 'afk',
  name: 'Worker',
  lookup: `lookup-${id}`,
  hash: `hash-${id}`,
  tier: 'free',
  createdAt: NOW,
})

export function testApiKeys(open: OpenStores): void {
  describe('API keys', () => {
    const { stores, others } = withStores(open)

    it('are found by their lookup part and listed by their owner, oldest first', async () => {
      for (const id of ['b', 'a']) expect(await stores().apiKeys.add(key(id))).toBe(true)
      await stores().apiKeys.add(key('c', 'prj_blog'))
      expect(await others().apiKeys.byLookup('lookup-a')).toEqual(key('a'))
      expect(await others().apiKeys.byLookup('lookup-none')).toBeUndefined()
      expect(await others().apiKeys.list('prj_shop')).toEqual([key('b'), key('a')])
    })

    it('are not found once they are revoked, which only their owner can do, and only once', async () => {
      await stores().apiKeys.add(key('a'))
      expect(await stores().apiKeys.revoke('prj_blog', 'key_a', NOW)).toBe(false)
      expect(await stores().apiKeys.revoke('prj_shop', 'key_none', NOW)).toBe(false)
      const told = await fromBoth([stores(), others()], 10, ({ apiKeys }, i) => apiKeys.revoke('prj_shop', 'key_a', NOW + i))
      expect(told.filter((isFirst) => isFirst)).toHaveLength(1)
      expect(await others().apiKeys.byLookup('lookup-a')).toBeUndefined()
      expect(await others().apiKeys.list('prj_shop')).toEqual([{ ...key('a'), revokedAt: NOW + told.indexOf(true) }])
    })

    it('are as many as an owner may have; of revoked ones the first makes room', async () => {
      const added = await fromBoth([stores(), others()], 10, ({ apiKeys }, i) => apiKeys.add(key(`${i}`)))
      expect(added.filter((isAdded) => isAdded)).toHaveLength(3)
      const [first, second] = await stores().apiKeys.list('prj_shop')
      await stores().apiKeys.revoke('prj_shop', second!.id, NOW + 1)
      await stores().apiKeys.revoke('prj_shop', first!.id, NOW + 2)
      expect(await stores().apiKeys.add(key('new'))).toBe(true)
      const ids = (await stores().apiKeys.list('prj_shop')).map(({ id }) => id)
      expect(ids).toContain(first!.id)
      expect(ids).not.toContain(second!.id)
      expect(await stores().apiKeys.add(key('blog', 'prj_blog'))).toBe(true)
    })
  })
}
