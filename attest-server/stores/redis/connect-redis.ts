import { readFileSync } from 'node:fs'
import { Cluster, Redis, type RedisOptions } from 'ioredis'
import { err, ok, type Result } from '../../../shared/result.js'
import type { Ms } from '../../../shared/units.js'
import type { RedisSettings } from './parse-redis-url.js'

/** Whatever is not answered in this time is not available. */
const PATIENCE: Ms = 1500
/** A connection on which nothing came for so long, though something was asked, is dead: it is closed, and made anew. */
const SILENCE: Ms = 3000
/** To find a cluster or a primary for the first time. */
const START: Ms = 3000

const retry = (times: number): Ms => Math.min(50 * times, 1000)

type Tls = NonNullable<RedisOptions['tls']>

/** Nothing waits for a connection that is not there, and nothing is sent twice: of what was lost on the way, nobody knows whether it happened. */
const optionsOf = ({ username, password, tls }: RedisSettings, ca: Tls | undefined) =>
  ({
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    ...(tls && ca && { tls: ca }),
    connectTimeout: PATIENCE,
    commandTimeout: PATIENCE,
    socketTimeout: SILENCE,
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    // Its primary is another's replica now.
    reconnectOnError: ({ message }: Error) => message.startsWith('READONLY'),
  }) satisfies RedisOptions

function clientOf(settings: RedisSettings, ca: Tls | undefined): Redis | Cluster {
  const { nodes, mode, primary, sentinelPassword, database } = settings
  const options = optionsOf(settings, ca)
  const common = { lazyConnect: true, enableOfflineQueue: false, enableAutoPipelining: true }
  if (mode === 'cluster') {
    return new Cluster([...nodes], {
      ...common,
      redisOptions: options,
      clusterRetryStrategy: retry,
      slotsRefreshTimeout: PATIENCE,
      maxRedirections: 5,
      // Certificates name hosts, and a cluster's nodes know each other by address.
      ...(ca && { dnsLookup: (address, callback) => callback(null, address) }),
    })
  }
  const single = { ...common, ...options, retryStrategy: retry, db: database }
  if (mode === 'single') return new Redis({ ...single, ...nodes[0] })
  return new Redis({
    ...single,
    sentinels: [...nodes],
    name: primary,
    sentinelRetryStrategy: retry,
    ...(sentinelPassword !== undefined && { sentinelPassword }),
    ...(ca && { sentinelTLS: ca, enableTLSForSentinelMode: true }),
  })
}

function trustOf({ tls }: RedisSettings): Result<Tls | undefined, string> {
  if (tls?.caPath === undefined) return ok(tls && {})
  try {
    return ok({ ca: readFileSync(tls.caPath) })
  } catch {
    return err(`The certificates of Redis cannot be read from ${tls.caPath}.`)
  }
}

/** @returns what is wrong in words, without the password. */
export async function connectRedis(settings: RedisSettings): Promise<Result<Redis | Cluster, string>> {
  const trust = trustOf(settings)
  if (!trust.ok) return trust
  const client = clientOf(settings, trust.value)
  let last: Error | undefined
  // Without a listener, an error would end the process. Whoever asks for something is told then.
  client.on('error', (error: Error & { readonly lastNodeError?: Error }) => {
    last = error.lastNodeError ?? error
  })
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${START / 1000} seconds`)), START)
  })
  try {
    await Promise.race([client.connect(), late])
    // A connection that ends while the Sentinels are asked ends for good: https://github.com/redis/ioredis, SentinelConnector.
    client.on('end', () => setTimeout(() => void client.connect().catch(() => undefined), retry(1)).unref())
    return ok(client)
  } catch (error) {
    client.disconnect()
    const hosts = settings.nodes.map(({ host, port }) => `${host}:${port}`).join(', ')
    const { code, message } = (last ?? error) as NodeJS.ErrnoException
    return err(`Redis at ${hosts} cannot be used (${code ?? message}).`)
  } finally {
    clearTimeout(timer)
  }
}
