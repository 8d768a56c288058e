import { describe, expect, it } from 'vitest'
import type { Account } from '../ports.js'
import { DAY, fromBoth, NOW, type OpenStores, withStores } from './support.js'

const account = (name: string, emailHash = `hash-${name}`): Account => ({
  id: `acc_${name}`,
  name,
  emailHash,
  createdAt: NOW,
  plan: 'free',
})

export function testAccounts(open: OpenStores): void {
  describe('accounts', () => {
    const { stores, others } = withStores(open)

    it('are found by their id and by their address', async () => {
      expect(await stores().accounts.create(account('ada'))).toBe(true)
      expect(await others().accounts.byId('acc_ada')).toEqual(account('ada'))
      expect(await others().accounts.byEmailHash('hash-ada')).toEqual(account('ada'))
      expect(await others().accounts.byId('acc_none')).toBeUndefined()
      expect(await others().accounts.byEmailHash('hash-none')).toBeUndefined()
    })

    it('are made once for an address, also of many at once, and never beyond their limit', async () => {
      const made = await fromBoth([stores(), others()], 10, ({ accounts }, i) => accounts.create(account(`${i}`, 'same')))
      expect(made.filter((isMade) => isMade)).toHaveLength(1)
      const more = await fromBoth([stores(), others()], 10, ({ accounts }, i) => accounts.create(account(`other${i}`)))
      expect(more.filter((isMade) => isMade)).toHaveLength(2)
    })

    it('change their plan', async () => {
      await stores().accounts.create(account('ada'))
      expect(await stores().accounts.changePlan('acc_ada', 'pro')).toEqual({ ...account('ada'), plan: 'pro' })
      expect(await others().accounts.byId('acc_ada')).toEqual({ ...account('ada'), plan: 'pro' })
      expect(await stores().accounts.changePlan('acc_none', 'pro')).toBeUndefined()
    })

    it('that have an end go with their keys then, unless they are kept', async () => {
      const { accounts, apiKeys } = stores()
      const key = { kind: 'detlab', name: '', hash: '', tier: 'free', createdAt: NOW } as const
      for (const name of ['ada', 'bob']) {
        await accounts.create({ ...account(name), until: NOW + 2 * DAY })
        await apiKeys.add({ ...key, id: `key_${name}`, projectId: `acc_${name}`, lookup: name })
      }
      expect(await others().accounts.byId('acc_bob')).toEqual({ ...account('bob'), until: NOW + 2 * DAY })
      await others().accounts.keep('acc_ada', NOW + 3 * DAY - 1)
      expect((await accounts.byId('acc_ada'))?.until, 'hardly later').toBe(NOW + 2 * DAY)
      await accounts.keep('acc_ada', NOW + 3 * DAY)
      await accounts.keep('acc_none', NOW + 3 * DAY)
      expect(await stores().prune(NOW + 2 * DAY)).toBe(1)
      expect(await accounts.byEmailHash('hash-bob')).toBeUndefined()
      expect([await apiKeys.byLookup('bob'), await apiKeys.list('acc_bob')]).toEqual([undefined, []])
      expect((await apiKeys.byLookup('ada'))?.id).toBe('key_ada')
      expect(await accounts.create({ ...account('new'), emailHash: 'hash-bob' }), 'there is room').toBe(true)
      expect(await stores().prune(NOW + 3 * DAY)).toBe(1)
    })

    it('stay for good where the operator had to do with them', async () => {
      const { accounts } = stores()
      for (const name of ['ada', 'bob', 'eve']) await accounts.create({ ...account(name), until: NOW })
      await accounts.keep('acc_ada', undefined)
      await accounts.changePlan('acc_bob', 'free')
      await accounts.adopt('acc_eve', 'prj_a')
      expect(await stores().prune(NOW + DAY)).toBe(0)
      for (const name of ['ada', 'bob', 'eve']) expect(await others().accounts.byId(`acc_${name}`)).toEqual(account(name))
      await accounts.keep('acc_ada', NOW + 9 * DAY)
      expect(await accounts.byId('acc_ada'), 'it has no end').toEqual(account('ada'))
    })

    it('own so many projects, each of which has one owner', async () => {
      const { accounts } = stores()
      expect(await accounts.adopt('acc_ada', 'prj_b')).toBe(true)
      expect(await others().accounts.adopt('acc_bob', 'prj_b')).toBe(false)
      expect(await accounts.adopt('acc_ada', 'prj_b')).toBe(true)
      const adopted = await fromBoth([stores(), others()], 10, ({ accounts }, i) => accounts.adopt('acc_ada', `prj_${i}`))
      expect(adopted.filter((isAdopted) => isAdopted)).toHaveLength(1)
      expect(await others().accounts.projectIds('acc_ada')).toEqual(['prj_b', `prj_${adopted.indexOf(true)}`])
      expect(await others().accounts.projectIds('acc_bob')).toEqual([])
    })
  })
}
