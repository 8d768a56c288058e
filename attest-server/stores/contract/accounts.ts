import { describe, expect, it } from 'vitest'
import type { Account } from '../ports.js'
import { fromBoth, NOW, type OpenStores, withStores } from './support.js'

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
