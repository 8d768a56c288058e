import { describe, expect, it, vi } from 'vitest'
import { askAs, type Client, comeAs, createCrowdServer, explained, observed, redeemAs } from '../../testing/crowd.js'
import { createDevice, type TestDevice } from '../../testing/honest-client.js'
import type { TestServer } from '../../testing/test-server.js'

// Crowds: hundreds of requests, each with its signature.
vi.setConfig({ testTimeout: 60_000 })

const HOME = '198.51.100.7'
const networkAt = (i: number): string => `203.${Math.floor(i / 250)}.${i % 250}.9`
const moved = { elapsed: 20_000, moves: 3000, presses: 20, releases: 20, clicks: 20, keys: 60 }

const system = ['X11; Linux x86_64', 'Windows NT 10.0; Win64; x64', 'Macintosh; Intel Mac OS X 10_15_7', 'Linux; Android 14; Pixel 8']
/** Four kinds of machines; the rest of their headers is the same browser's. */
const agentAt = (i: number) => ({
  'user-agent': `Mozilla/5.0 (${system[i % 4]}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36`,
  'sec-ch-ua-platform': ['"Linux"', '"Windows"', '"macOS"', '"Android"'][i % 4]!,
  'sec-ch-ua-mobile': i % 4 === 3 ? '?1' : '?0',
})

/** All come, one after another within `seconds`. @returns how many were let through */
async function allowed(server: TestServer, clients: readonly Client[], seconds = 60): Promise<number> {
  let count = 0
  for (const client of clients) {
    const challenge = await askAs(server, client)
    server.pass(Math.min(1, seconds / clients.length))
    if ((await redeemAs(server, client, challenge)).action === 'allow') count++
    server.pass(Math.max(0, seconds / clients.length - 1))
  }
  return count
}

const times = <T>(count: number, of: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => of(i))
const fresh = (): Promise<{ server: TestServer; device: TestDevice }> =>
  Promise.all([createCrowdServer(), createDevice()]).then(([server, device]) => ({ server, device }))

describe('a key that 100 clients share', () => {
  it('is asked from the second dozen of networks on, wherever its clients are and however clean', async () => {
    const { server, device } = await fresh()
    const clients = times(100, (i) => ({ device, address: networkAt(i), headers: agentAt(i), tally: moved }))
    expect(await allowed(server, clients, 300)).toBeLessThanOrEqual(25)
    expect(await allowed(server, clients, 300), 'as long as the hour lasts').toBe(0)
  })

  it('is let through at 24 networks and asked at the 25th: of the first evidence in an hour only that it came is counted', async () => {
    const { server, device } = await fresh()
    const answers = []
    for (const i of times(26, (i) => i)) {
      const answer = await comeAs(server, { device, address: networkAt(i), tally: moved })
      answers.push([observed(await explained(server, answer), 'device.networks'), answer.action])
      server.pass(20)
    }
    expect([answers[0], answers[1], answers[2]]).toEqual([1, 1, 2].map((networks) => [networks, 'allow']))
    expect([answers[23], answers[24]]).toEqual([
      [23, 'allow'],
      [24, 'challenge'],
    ])
  })

  it('is named in the explanation, and is never blocked for that alone', async () => {
    const { server, device } = await fresh()
    await allowed(
      server,
      times(60, (i) => ({ device, address: networkAt(i), tally: moved })),
      300,
    )
    const last = await comeAs(server, { device, address: networkAt(61), tally: moved })
    const record = await explained(server, last)
    expect([last.action, observed(record, 'device.networks')]).toEqual(['challenge', 60])
    expect(record.families.device).toBeLessThan(3)
  })

  it('says in many sessions what no two hands can do', async () => {
    const { server, device } = await fresh()
    server.pass(600 - (server.now() % 600))
    const busy = { elapsed: 9000, moves: 2500, presses: 60, releases: 60, clicks: 60, keys: 200 }
    server.pass(10)
    const clients = times(30, () => ({ device, address: HOME, tally: busy }))
    await allowed(server, clients, 30)
    const record = await explained(server, await comeAs(server, { device, address: HOME, tally: busy }))
    expect(observed(record, 'device.overlap')).toBeGreaterThan(2)
    expect(record.action, 'images of a disk share a key, too').toBe('allow')
  })

  it('is known by the challenges that it stocked, however slowly they drip in', async () => {
    const { server, device } = await fresh()
    const client = { device, address: HOME }
    server.pass(600 - (server.now() % 600))
    const stock = await Promise.all(times(100, () => askAs(server, client)))
    const answers = []
    for (const challenge of stock) {
      server.pass(2.5)
      answers.push(await redeemAs(server, client, challenge))
    }
    const record = await explained(server, answers.at(-1)!)
    expect(observed(record, 'device.parallel')).toBeGreaterThan(60)
    expect(record.families.device).toBeGreaterThan(0)
  })
})

describe('people with one key each are let through', () => {
  it('500 behind one address, each with a key of their own, within one minute', async () => {
    const server = await createCrowdServer()
    const devices = await Promise.all(times(500, createDevice))
    expect(
      await allowed(
        server,
        devices.map((device) => ({ device, address: HOME, tally: moved })),
      ),
    ).toBe(500)
    const record = await explained(server, await comeAs(server, { device: devices[0]!, address: HOME }))
    expect(observed(record, 'session.network-pace')).toBe(501)
    expect(record.families.device ?? 0).toBe(0)
  })

  it('with twelve tabs that are restored at once, and sixty', async () => {
    for (const tabs of [12, 60]) {
      const { server, device } = await fresh()
      expect(
        await allowed(
          server,
          times(tabs, () => ({ device, address: HOME })),
          3,
        ),
        `${tabs}`,
      ).toBe(tabs)
      expect((await comeAs(server, { device, address: HOME, tally: moved })).action).toBe('allow')
    }
  })

  it('on a phone that changes its network all day, and through a gateway with a dozen ways out', async () => {
    const { server, device } = await fresh()
    const phone = times(48, (i) => ({ device, address: networkAt(i % 9), tally: moved }))
    expect(await allowed(server, phone, 24 * 3600)).toBe(48)
    const other = await fresh()
    const gateway = times(60, (i) => ({ device: other.device, address: networkAt(i % 12), tally: moved }))
    expect(await allowed(other.server, gateway, 3600)).toBe(60)
  })

  it('who work in many tabs, one after another', async () => {
    const { server, device } = await fresh()
    server.pass(600 - (server.now() % 600))
    for (const i of times(20, (i) => i)) {
      server.pass(25)
      const session = `sess_${'A'.repeat(20)}${String(i).padStart(2, '0')}`
      const tally = { elapsed: 25_000, moves: 25_000, presses: 40, releases: 40, clicks: 40, keys: 20 }
      const answer = await redeemAs(server, { device, address: HOME, tally }, await askAs(server, { device, address: HOME, session }))
      const record = await explained(server, answer)
      expect([record.action, (observed(record, 'device.overlap') as number) < 2]).toEqual(['allow', true])
    }
  })

  it('at 200 machines that were started from one image, behind one address', async () => {
    const { server, device } = await fresh()
    const images = times(200, () => ({ device, address: HOME, tally: moved }))
    expect(await allowed(server, images, 60)).toBe(200)
  })

  it('and who switch user agents to see their page on phones', async () => {
    const { server, device } = await fresh()
    for (const i of times(12, (i) => i)) {
      const headers = { 'user-agent': `${agentAt(0)['user-agent']} Model-${'abcdefghijkl'[i]}` }
      expect((await comeAs(server, { device, address: HOME, headers })).action).toBe('allow')
    }
  })
})
