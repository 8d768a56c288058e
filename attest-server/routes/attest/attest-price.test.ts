import { describe, expect, it, vi } from 'vitest'
import { seen } from '../../../shared/observation.js'
import { addRule } from '../../testing/add-rule.js'
import { askAs, comeAs, createCrowdServer, explained, redeemAs } from '../../testing/crowd.js'
import { enrichment } from '../../testing/enrichment.js'
import { createDevice } from '../../testing/honest-client.js'
import type { TestServer, TestServerOptions } from '../../testing/test-server.js'

// Crowds: hundreds of requests, each with its signature.
vi.setConfig({ testTimeout: 60_000 })

const HOME = '198.51.100.7'
const HOARDER = '203.0.113.5'
const device = await createDevice()
/** One family, about even odds. */
const soft = new Map([
  ['tell.platform', seen(true)],
  ['tell.mobile-hint', seen(true)],
] as const)

const start = (options: TestServerOptions = {}): Promise<TestServer> => createCrowdServer(options)
const priceAt = async (server: TestServer, address: string, more: object = {}): Promise<number> =>
  (await askAs(server, { device, address, ...more })).pow.difficulty

/** @returns what the last one cost */
async function hoard(server: TestServer, count: number, address: (i: number) => string = () => HOARDER): Promise<number> {
  let last = 0
  for (let i = 0; i < count; i++) last = await priceAt(server, address(i))
  return last
}

describe('a hoarder of challenges', () => {
  it('pays up to four times as much for each, and its neighbours elsewhere pay nothing more', async () => {
    const server = await start()
    expect([await hoard(server, 100), await hoard(server, 300)]).toEqual([1, 2])
    expect(await priceAt(server, HOME), 'the first of an ordinary visitor').toBe(1)
    expect(await hoard(server, 1300)).toBe(4)
  })

  it('has one network, however many addresses of it', async () => {
    const server = await start()
    expect(await hoard(server, 400, (i) => `203.0.113.${i % 256}`)).toBe(2)
    expect(await hoard(server, 400, (i) => `2001:db8:7:${i}::1`)).toBe(2)
  })

  it('does not talk the price down with evidence that took no work, nor with what is not let through', async () => {
    const server = await start()
    for (let i = 0; i < 60; i++) await comeAs(server, { device, address: HOARDER, share: 0 })
    for (let i = 0; i < 60; i++) await comeAs(server, { device, address: HOARDER, observations: soft })
    expect(await hoard(server, 280)).toBe(2)
  })

  it('holds nothing that lasts: each is good once, and none for longer than its life', async () => {
    const server = await start()
    const client = { device, address: HOARDER }
    const stock = await Promise.all(Array.from({ length: 50 }, () => askAs(server, client)))
    const [first, ...others] = stock
    await redeemAs(server, client, first!)
    await expect(redeemAs(server, client, first!)).rejects.toThrow('challenge-used')
    server.pass(300)
    for (const one of others) await expect(redeemAs(server, client, one)).rejects.toThrow('challenge-expired')
  })

  it('is forgotten after ten minutes', async () => {
    const server = await start()
    await hoard(server, 400)
    server.pass(600)
    expect(await priceAt(server, HOARDER)).toBe(1)
  })
})

describe('people pay no more', () => {
  it('of whom 400 behind one address come and go within ten minutes, every other before the page was there', async () => {
    const server = await start()
    for (let i = 0; i < 400; i++) {
      const client = { device, address: HOME }
      const challenge = await askAs(server, client)
      expect(challenge.pow.difficulty).toBe(1)
      server.pass(1)
      if (i % 2 === 0) await redeemAs(server, client, challenge)
    }
  })

  it('with a test key, nor where their address is a guess', async () => {
    const server = await createCrowdServer({ settings: { trustedProxies: 0 } })
    for (let i = 0; i < 500; i++) expect((await server.challenge()).pow.difficulty).toBe(1)
    for (let i = 0; i < 500; i++) expect((await server.challenge({ siteKey: 'pk_test_block' })).pow.difficulty).toBe(1)
  })
})

describe('a slow device', () => {
  it('that is let through 30 times of 30 pays no more, however little of the work it does', async () => {
    const server = await start()
    const phone = { device, address: HOME, share: 0.1, session: `sess_${'B'.repeat(22)}` }
    for (let i = 0; i < 30; i++) {
      expect(await priceAt(server, HOME, { session: phone.session })).toBe(1)
      const answer = await comeAs(server, phone)
      expect([answer.action, (await explained(server, answer)).paid]).toEqual(['allow', undefined])
      server.pass(15)
    }
  })

  it('has paid with a quarter of what it was asked for, whatever that was', async () => {
    const server = await start()
    const paid = async (share: number) => (await explained(server, await comeAs(server, { device, address: HOARDER, share }))).paid
    expect([await paid(2 / 16), await paid(4 / 16)]).toEqual([undefined, true])
    await hoard(server, 1700)
    expect([await paid(1 / 16), await paid(4 / 16)]).toEqual([undefined, true])
  })
})

describe('a price', () => {
  it('is not raised by the project’s own rules: what they block was good', async () => {
    const server = await start()
    await addRule(server, 'score >= 0', 'block')
    for (let i = 0; i < 60; i++) {
      const session = `sess_${'C'.repeat(22)}`
      expect((await comeAs(server, { device, address: HOARDER, session })).action).toBe('block')
      expect(await priceAt(server, HOARDER, { session })).toBe(1)
    }
    expect(await hoard(server, 100)).toBe(1)
  })

  it('at its most leaves a phone that finds no time for a third of it what it had: let through', async () => {
    const server = await start()
    await hoard(server, 1610)
    const phone = { device, address: HOARDER, share: 0.38 }
    const challenge = await askAs(server, phone)
    server.pass(2)
    expect([challenge.pow.difficulty, (await redeemAs(server, phone, challenge)).action]).toEqual([4, 'allow'])
  })

  it('counts where it is paid to answer the screen: the same work in hashes answers as much', async () => {
    const server = await start()
    await hoard(server, 1610)
    const { session, action } = await comeAs(server, { device, address: HOARDER, observations: soft })
    const answer = { device, address: HOARDER, observations: soft, session, round: 1, share: 0.25 }
    expect([action, (await askAs(server, answer)).pow.difficulty]).toEqual(['challenge', 8])
    expect((await comeAs(server, answer)).action).toBe('allow')
  })

  it('grows in a session that is refused again and again', async () => {
    const server = await start()
    const { session } = await comeAs(server, { device, address: HOME, observations: soft })
    for (let i = 0; i < 11; i++) await comeAs(server, { device, address: HOME, observations: soft, session })
    expect([await priceAt(server, HOME, { session }), await priceAt(server, HOME)]).toEqual([2, 1])
  })

  it('is twice as high in data centres and behind proxies that are sold, and not behind what hides people', async () => {
    const enrich = (ip: string) =>
      enrichment({ ip, datacenter: ip === '8.8.1.1', residentialProxy: ip === '8.8.2.1', tor: ip === '8.8.3.1', vpn: ip === '8.8.4.1' })
    const server = await start({ deps: { client: { enrich, ja4Header: undefined } } })
    const prices = []
    for (const address of ['8.8.1.1', '8.8.2.1', '8.8.3.1', '8.8.4.1', '8.8.5.1']) prices.push(await priceAt(server, address))
    expect(prices).toEqual([2, 2, 1, 1, 1])
  })
})
