import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseRedisUrl } from './parse-redis-url.js'

const plain = {
  mode: 'single',
  primary: '',
  username: undefined,
  password: undefined,
  sentinelPassword: undefined,
  database: 0,
  tls: undefined,
}

describe('the address of Redis', () => {
  it.each([
    ['redis://cache', { nodes: [{ host: 'cache', port: 6379 }] }],
    ['redis://:p%40ss@cache:7000/3', { nodes: [{ host: 'cache', port: 7000 }], password: 'p@ss', database: 3 }],
    ['rediss://app:p:w@[::1]:7000', { nodes: [{ host: '::1', port: 7000 }], username: 'app', password: 'p:w', tls: { caPath: undefined } }],
    ['rediss://cache?ca=/etc/ca.pem', { nodes: [{ host: 'cache', port: 6379 }], tls: { caPath: '/etc/ca.pem' } }],
    [
      'redis://a:1,b?mode=cluster',
      {
        nodes: [
          { host: 'a', port: 1 },
          { host: 'b', port: 6379 },
        ],
        mode: 'cluster',
      },
    ],
    [
      'redis://a,b:2/1?sentinel=main&sentinel-password=x',
      {
        nodes: [
          { host: 'a', port: 26_379 },
          { host: 'b', port: 2 },
        ],
        mode: 'sentinel',
        primary: 'main',
        sentinelPassword: 'x',
        database: 1,
      },
    ],
  ])('%s is understood', (text, settings) => {
    expect(parseRedisUrl(text)).toEqual({ ok: true, value: { ...plain, ...settings } })
  })

  it.each([
    ['http://cache', /form/],
    ['redis://', /form/],
    ['redis://cache/x', /form/],
    ['redis://cache:0', /host or port/],
    ['redis://cache:65536', /host or port/],
    ['redis://a,,b?mode=cluster', /host or port/],
    ['redis://a,b', /several hosts/],
    ['redis://a?mode=single', /other than cluster/],
    ['redis://a?mode=cluster&sentinel=main', /both/],
    ['redis://a/1?mode=cluster', /only 0/],
    ['redis://a?ca=/ca.pem', /rediss/],
    ['redis://a?sentinel-password=x', /without sentinel/],
    ['redis://a?sentinel=', /without a value/],
    ['redis://a?mode=cluster&mode=cluster', /more than once/],
    ['redis://a?tls=on', /no option "tls"/],
  ])('%s is refused in words', (text, fault) => {
    const parsed = parseRedisUrl(text)
    expect(parsed.ok ? '' : parsed.error.join('; ')).toMatch(fault)
  })

  it('has all faults told at once, and none of them tells a password', () => {
    const parsed = parseRedisUrl('redis://:hunter2@a:0,b/1?mode=cluster&sentinel=x&sentinel-password=hunter3')
    const told = parsed.ok ? [] : parsed.error
    expect(told).toHaveLength(3)
    expect(told.join()).not.toMatch(/hunter/)
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof parseRedisUrl(`redis://${text}`).ok === 'boolean'))
  })
})
