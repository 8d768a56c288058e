import { describe, expect, it } from 'vitest'
import { createSystemResolver, type DnsQueries } from './system-resolver.js'

const failing = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }))
const resolver = (queries: Partial<DnsQueries>) =>
  createSystemResolver({ reverse: failing('ENOTFOUND'), resolve4: failing('ENODATA'), resolve6: failing('ENODATA'), ...queries })

describe("the system's resolver", () => {
  it('has no records where there are none', async () => {
    expect(await resolver({}).reverse('1.2.3.4')).toEqual([])
    expect(await resolver({}).forward('a.example')).toEqual([])
  })

  it('has the addresses of both versions', async () => {
    expect(await resolver({ resolve4: async () => ['8.8.8.8'], resolve6: async () => ['2600::1'] }).forward('a.example')).toEqual([
      '8.8.8.8',
      '2600::1',
    ])
  })

  it('has those of one version where the other fails, and fails where there is no telling', async () => {
    expect(await resolver({ resolve4: async () => ['8.8.8.8'], resolve6: failing('ETIMEOUT') }).forward('a.example')).toEqual(['8.8.8.8'])
    await expect(resolver({ resolve6: failing('ESERVFAIL') }).forward('a.example')).rejects.toThrow('ESERVFAIL')
    await expect(resolver({ reverse: failing('ECONNREFUSED') }).reverse('1.2.3.4')).rejects.toThrow('ECONNREFUSED')
  })
})
