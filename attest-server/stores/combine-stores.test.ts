import { describe, expect, it } from 'vitest'
import { combineStores } from './combine-stores.js'
import { verdict } from './contract/support.js'
import { openMemoryStores } from './memory/open-memory-stores.js'
import { StoreUnavailable } from './ports.js'

const NOW = 1_790_000_000
const step = { thumbprint: undefined, answer: 0 }

/** Two stores, of the second of which replays and sessions are used. */
function twoStores() {
  const [durable, elsewhere] = [openMemoryStores(), openMemoryStores()]
  const { replays, sessions, erase, prune, check, close } = elsewhere
  return { durable, elsewhere, hot: { replays, sessions, erase, prune, check, close } }
}

describe('stores that are combined', () => {
  it('ask for each port the one that has it', async () => {
    const { durable, elsewhere, hot } = twoStores()
    const stores = combineStores(durable, hot)
    await stores.replays.claimOnce('id', NOW, NOW)
    await stores.devices.meet('key', NOW)
    expect(await durable.replays.claimOnce('id', NOW, NOW)).toBe(true)
    expect(await elsewhere.replays.claimOnce('id', NOW, NOW)).toBe(false)
    expect(await durable.devices.recall('key', NOW)).toBeDefined()
    expect(await elsewhere.devices.recall('key', NOW)).toBeUndefined()
  })

  it('forget a session in both, and drop what is over in both', async () => {
    const { durable, hot } = twoStores()
    const stores = combineStores(durable, hot)
    await stores.sessions.advance('prj_shop', 'sess_1', step, NOW)
    await stores.verdicts.record(verdict, NOW)
    expect(await stores.erase('prj_shop', 'sess_1')).toBe(2)
    await stores.sessions.advance('prj_shop', 'sess_1', step, NOW)
    await stores.verdicts.record(verdict, NOW)
    expect(await stores.prune(NOW + 60)).toBe(2)
  })

  it('answer only where both do, and ask the other also where one fails', async () => {
    const { durable, hot } = twoStores()
    const asked: string[] = []
    const away = async (): Promise<never> => {
      throw new StoreUnavailable('away')
    }
    const stores = combineStores({ ...durable, check: away, prune: away, close: away }, hot)
    await expect(stores.check()).rejects.toThrow(StoreUnavailable)
    await expect(stores.prune(NOW)).rejects.toThrow(StoreUnavailable)
    await expect(combineStores(durable, hot).check()).resolves.toBeUndefined()
    const closing = combineStores({ ...durable, close: away }, { ...hot, close: async () => void asked.push('hot') })
    await expect(closing.close()).rejects.toThrow(StoreUnavailable)
    expect(asked).toEqual(['hot'])
  })
})
