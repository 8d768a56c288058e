import { describe, expect, it } from 'vitest'
import { createTestServer } from '../../../testing/test-server.js'
import { limitedAddress } from './limited-address.js'

describe('a limit by address', () => {
  it('is one for all addresses of an IPv6 network, and each IPv4 address’s own', () => {
    const texts = ['2001:db8:1:2::1', '2001:db8:1:2:ffff:ffff:ffff:ffff', '2001:db8:1:3::1', '192.0.2.1', '192.0.2.2']
    expect(texts.map(limitedAddress)).toEqual(['2001:db8:1:2::/64', '2001:db8:1:2::/64', '2001:db8:1:3::/64', '192.0.2.1', '192.0.2.2'])
  })

  it('is not passed by who takes another address of their own network each time', async () => {
    const { app } = await createTestServer()
    const ask = (remoteAddress: string) =>
      app.request('/v1/myip', {}, { incoming: { httpVersion: '1.1', rawHeaders: [], socket: { remoteAddress } } })
    const statuses = new Set<number>()
    for (let i = 0; i < 61; i++) statuses.add((await ask(`2a01:4f8:1:2::${i.toString(16)}`)).status)
    expect([...statuses]).toEqual([200, 429])
    expect((await ask('2a01:4f8:1:3::1')).status).toBe(200)
  })
})
