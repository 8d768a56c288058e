import { describe, expect, it } from 'vitest'
import { type Credential, MOST_CREDENTIALS } from '../ports.js'
import { DAY, fromBoth, NOW, type OpenStores, withStores } from './support.js'

const passkey: Credential = { kind: 'passkey', id: 'laptop', accountId: 'acc_1', body: '{"counter":1}' }

export function testCredentials(open: OpenStores): void {
  describe('credentials', () => {
    const { stores, others } = withStores(open)
    const makeAccount = (id: string, until?: number) =>
      stores().accounts.create({
        id,
        name: id,
        emailHash: id,
        createdAt: NOW,
        plan: 'free',
        ...(until === undefined ? {} : { until }),
      })

    it('are found by kind and name, and listed for their account only', async () => {
      await makeAccount('acc_1')
      expect(await stores().credentials.add(passkey)).toBe(true)
      expect(await stores().credentials.add(passkey)).toBe(false)
      expect(await others().credentials.find('passkey', 'laptop')).toEqual(passkey)
      expect(await stores().credentials.find('session', 'laptop')).toBeUndefined()
      expect(await stores().credentials.list('acc_1', 'passkey')).toEqual([passkey])
      expect(await stores().credentials.list('acc_2', 'passkey')).toEqual([])
    })

    it('change once from what they were, however many try', async () => {
      await makeAccount('acc_1')
      await stores().credentials.add(passkey)
      const told = await fromBoth([stores(), others()], 20, (one, i) =>
        one.credentials.change('passkey', 'laptop', passkey.body, `{"counter":${i + 2}}`),
      )
      expect(told.filter(Boolean)).toHaveLength(1)
    })

    it('are removed by their account only', async () => {
      await makeAccount('acc_1')
      await stores().credentials.add(passkey)
      expect(await stores().credentials.remove('acc_2', 'passkey', 'laptop')).toBe(false)
      expect(await others().credentials.remove('acc_1', 'passkey', 'laptop')).toBe(true)
      expect(await stores().credentials.find('passkey', 'laptop')).toBeUndefined()
    })

    it('are so many of a kind at most; of sessions, a new one takes the place of the one that would end first', async () => {
      await makeAccount('acc_1')
      const most = MOST_CREDENTIALS.passkey
      const added = await fromBoth([stores(), others()], most + 5, (one, i) => one.credentials.add({ ...passkey, id: `${i}` }))
      expect(added.filter(Boolean)).toHaveLength(most)
      for (let i = 0; i <= MOST_CREDENTIALS.session; i++)
        expect(await stores().credentials.add({ ...passkey, kind: 'session', id: `${i}`, until: NOW + 1 + i })).toBe(true)
      expect(await stores().credentials.list('acc_1', 'session')).toHaveLength(MOST_CREDENTIALS.session)
      expect(await stores().credentials.find('session', '0')).toBeUndefined()
    })

    it('are dropped when they end, and with their account', async () => {
      await makeAccount('acc_1', NOW + DAY)
      await stores().credentials.add(passkey)
      await stores().credentials.add({ ...passkey, kind: 'session', id: 'token', until: NOW + 5 })
      await stores().prune(NOW + 5)
      expect(await others().credentials.find('session', 'token')).toBeUndefined()
      expect(await others().credentials.find('passkey', 'laptop')).toEqual(passkey)
      await stores().prune(NOW + DAY)
      expect(await others().credentials.find('passkey', 'laptop')).toBeUndefined()
    })
  })
}
