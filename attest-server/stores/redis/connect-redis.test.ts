import { afterEach, describe, expect, it, vi } from 'vitest'
import { freePort } from '../../testing/free-port.js'
import { makeCertificate } from '../../testing/make-certificate.js'
import { StoreUnavailable } from '../ports.js'
import { openPorts } from '../testing/redis-as-stores.js'
import { type RedisWishes, startRedis, type TestRedis } from '../testing/start-redis.js'
import type { RedisPorts } from './open-redis-ports.js'

const FAR = 2_100_000_000
/** Of a port that gives up after 1.5 s, on a machine that is busy; one that does not hangs for ever. */
const MOST_WAIT = 8000
const endings: (() => Promise<void>)[] = []
afterEach(async () => {
  vi.useRealTimers()
  for (const end of endings.splice(0).reverse()) await end()
})

async function start(wishes: RedisWishes = {}): Promise<TestRedis> {
  const redis = await startRedis(wishes)
  endings.push(redis.remove)
  return redis
}
async function connect(url: string): Promise<RedisPorts> {
  const ports = await openPorts(url)
  endings.push(ports.close)
  return ports
}
const claim = (ports: RedisPorts, id: string) => ports.replays.claimOnce(id, FAR, FAR + 60)

/** How long it takes to say that it cannot be said. */
async function refusal(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await expect(work()).rejects.toThrow(StoreUnavailable)
  return performance.now() - begun
}

describe('Redis', () => {
  it('gives an id to exactly one of 100 claims over four connections', async () => {
    const { url } = await start()
    const four = await Promise.all(Array.from({ length: 4 }, () => connect(url)))
    const claims = await Promise.all(Array.from({ length: 100 }, (_, i) => claim(four[i % 4]!, 'id')))
    expect(claims.filter(Boolean)).toHaveLength(1)
  })

  it('that hangs is not available within two seconds, in every port, and is by itself when it goes on', async () => {
    const redis = await start()
    const ports = await connect(redis.url)
    await redis.signal('SIGSTOP')
    const late = await Promise.all([
      refusal(() => claim(ports, 'a')),
      refusal(() => ports.counters.take('a', 1, 1, 60, FAR)),
      refusal(() => ports.sessions.advance('p', 's', { thumbprint: undefined, answer: 0 }, FAR)),
      refusal(() => ports.liveSessions.get('p', 's')),
      refusal(() => ports.check()),
    ])
    expect(Math.max(...late)).toBeLessThan(MOST_WAIT)
    await redis.signal('SIGCONT')
    await vi.waitFor(() => ports.check(), 5000)
    expect(await claim(ports, 'b')).toBe(true)
  })

  it('that ended is not available at once, queues nothing, and is by itself when it is back', async () => {
    const redis = await start()
    const ports = await connect(redis.url)
    await redis.signal('SIGKILL')
    await refusal(() => claim(ports, 'a'))
    const late = await Promise.all(Array.from({ length: 100 }, () => refusal(() => claim(ports, 'a'))))
    // Sooner than one that hangs is given up.
    expect(Math.max(...late)).toBeLessThan(1400)
    await redis.start()
    await vi.waitFor(() => ports.check(), 5000)
    expect(await claim(ports, 'a')).toBe(true)
  })

  it('that is full takes nothing more, and forgets no claim', async () => {
    const redis = await start()
    const ports = await connect(redis.url)
    expect(await claim(ports, 'a')).toBe(true)
    await redis.run('CONFIG', 'SET', 'maxmemory', 1)
    await refusal(() => claim(ports, 'b'))
    await redis.run('CONFIG', 'SET', 'maxmemory', 0)
    expect([await claim(ports, 'a'), await claim(ports, 'b')]).toEqual([false, true])
  })

  it('whose clock differs by more than two seconds is not believed', async () => {
    const ports = await connect((await start()).url)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 10_000 })
    await refusal(() => claim(ports, 'a'))
    await refusal(() => ports.check())
    vi.useRealTimers()
    expect(await claim(ports, 'a')).toBe(true)
  })

  it('that drops keys when it is full is refused with words', async () => {
    const redis = await start({ settings: [['maxmemory-policy', 'volatile-ttl']] })
    await expect(connect(redis.url)).rejects.toThrow(/maxmemory-policy to noeviction, not volatile-ttl/)
  })

  it('is reached with a password, which no fault repeats', async () => {
    const redis = await start({ password: 'open-sesame' })
    const url = (password: string) => redis.url.replace('//', `//:${password}@`)
    await (await connect(url('open-sesame'))).check()
    await expect(connect(url('wrong-word'))).rejects.toThrow(/^Redis at 127\.0\.0\.1:\d+ cannot be used \((?!.*wrong-word)/)
    await expect(connect(redis.url)).rejects.toThrow(/NOAUTH/)
  })

  it('is reached over TLS by whoever trusts its certificate, and by nobody else', async () => {
    const redis = await start({ tls: makeCertificate() })
    const ports = await connect(redis.url)
    expect(await claim(ports, 'a')).toBe(true)
    await expect(connect(redis.url.split('?')[0]!)).rejects.toThrow(/cannot be used \(DEPTH_ZERO_SELF_SIGNED_CERT\)/)
    await expect(connect(redis.url.replace('cert.pem', 'none.pem'))).rejects.toThrow(
      /certificates of Redis cannot be read from .*none\.pem/,
    )
    const other = await start({ tls: makeCertificate({ name: 'other.example' }) })
    await expect(connect(other.url.replace(/\?.*/, redis.url.slice(redis.url.indexOf('?'))))).rejects.toThrow(/cannot be used/)
  })

  it.each(['', '?mode=cluster', '?sentinel=main'])('that is not there is refused in words (%s)', async (query) => {
    const port = await freePort()
    await expect(connect(`redis://127.0.0.1:${port}${query}`)).rejects.toThrow(`Redis at 127.0.0.1:${port} cannot be used (`)
  })
})
