import { resolve } from 'node:path'
import { z } from 'zod'
import type { PowParameters } from '../shared/pow.js'
import { err, ok, type Result } from '../shared/result.js'
import type { Ms, Seconds, Share } from '../shared/units.js'
import { database, databases, host, integer, nameServers, port, shareOrOff, thresholds, toggle } from './config-fields.js'
import { isLoopbackHost } from './core/checks/origin.js'
import { defaultSettings } from './default-settings.js'
import { isPublicUrl } from './is-public-url.js'
import { LONGEST_LIFE } from './keys/rotate.js'
import type { SigningAlgorithm } from './keys/signing-key.js'
import { type DatabaseSetting, databaseKinds } from './network/parse-database-setting.js'
import type { TlsPaths } from './network/tls/own/load-certificate.js'
import { tlsFaults, tlsPaths } from './network/tls/own/tls-settings.js'
import type { RequestSettings } from './requests/compose-requests.js'
import type { BehaviourSettings } from './routes/behaviour/deps.js'
import type { LogLevel } from './routes/http/log.js'
import type { DatabaseUrl } from './stores/postgres/database-address.js'
import type { RedisSettings } from './stores/redis/parse-redis-url.js'
import { redisFaults, redisSettings } from './stores/redis/redis-setting.js'
import { MOST_VERDICT_RECORDS } from './stores/retention.js'
import type { MetricsPlace } from './telemetry/open-instruments.js'

/** How the server runs. */
export interface Config {
  readonly host: string
  /** 0: any free one. */
  readonly port: number
  /** An origin; undefined: the address that the server listens on. */
  readonly publicUrl: string | undefined
  /** Absolute. */
  readonly dataDir: string
  /** PostgreSQL, for several servers; undefined: the data is in `dataDir`. */
  readonly databaseUrl: DatabaseUrl | undefined
  /** Redis, for what is hot and expires; undefined: it is with the rest. */
  readonly redis: RedisSettings | undefined
  readonly trustedProxies: number
  readonly verdictLife: Seconds
  readonly challengeLife: Seconds
  /** For how long a build of the collector is understood once another has replaced it. */
  readonly buildGrace: Seconds
  readonly retention: Seconds
  /** 0: no sketches are made. */
  readonly sketchLife: Seconds
  /** Of those who need not show slices of their trace, so many are asked to all the same; undefined: nobody is asked. */
  readonly revealShare: Share | undefined
  /** Explanations that are kept at most. */
  readonly verdictRecords: number
  readonly pow: PowParameters
  readonly signingAlgorithm: SigningAlgorithm
  /** Files about addresses, each as `parseDatabaseSetting` reads it, in the order in which they are believed. */
  readonly networkDatabases: readonly DatabaseSetting[]
  /** Undefined: TLS ends elsewhere, or nowhere. */
  readonly tls: TlsPaths | undefined
  /** In lower case; undefined: no header's JA4 is believed. */
  readonly ja4Header: string | undefined
  /** Whether the lists of crawlers' vendors are fetched. */
  readonly crawlerFeeds: boolean
  /** `address` or `address:port`; none: the machine's own. */
  readonly nameServers: readonly string[]
  /** Whether signatures of agents are verified; `loopback`: also of those whose keys stand on this machine. */
  readonly agents: 'on' | 'off' | 'loopback'
  readonly requests: RequestSettings
  readonly behaviour: BehaviourSettings
  /** Whether the operator's page is served. */
  readonly dashboard: boolean
  readonly log: LogLevel
  /** Undefined: nothing is measured. */
  readonly metrics: MetricsPlace | undefined
  /** Between the moment when a server that stops is no longer ready and the one when it takes no more connections. */
  readonly drainDelay: Ms
}

export type Environment = Readonly<Record<string, string | undefined>>

const HOUR: Seconds = 3_600
const DAY: Seconds = 86_400
/** The hardest round asks for eight times as much, and must stay below 2³¹. */
const MOST_DIFFICULTY = 2 ** 28

const schema = z.object({
  HOST: host.default('127.0.0.1'),
  PORT: port.default(8787),
  VOUCHSAFE_PUBLIC_URL: z
    .string()
    .refine(isPublicUrl)
    .transform((text) => new URL(text).origin)
    .optional(),
  VOUCHSAFE_DATA_DIR: z
    .string()
    .default('.vouchsafe')
    .transform((text) => resolve(text)),
  VOUCHSAFE_DATABASE_URL: database.optional(),
  VOUCHSAFE_REDIS_URL: z.string().optional(),
  VOUCHSAFE_TRUSTED_PROXIES: integer(0, 16, defaultSettings.trustedProxies),
  VOUCHSAFE_VERDICT_SECONDS: integer(5, LONGEST_LIFE, defaultSettings.verdictLife),
  VOUCHSAFE_CHALLENGE_SECONDS: integer(10, LONGEST_LIFE, defaultSettings.challengeLife),
  VOUCHSAFE_BUILD_GRACE_HOURS: integer(1, 8760, 168),
  VOUCHSAFE_POW_DIFFICULTY: z
    .string()
    .regex(/^\d{1,9}(\.\d{1,6})?$/)
    .transform(Number)
    .refine((value) => value >= 1 && value <= MOST_DIFFICULTY)
    .default(defaultSettings.pow.difficulty),
  VOUCHSAFE_RETENTION_DAYS: integer(1, 3650, defaultSettings.retention / DAY),
  VOUCHSAFE_SKETCH_DAYS: integer(0, 30, defaultSettings.sketchLife / DAY),
  VOUCHSAFE_REVEAL_SHARE: shareOrOff.default(defaultSettings.revealShare),
  VOUCHSAFE_VERDICT_RECORDS: integer(1000, 999_999_999, MOST_VERDICT_RECORDS),
  VOUCHSAFE_SIGNING_ALG: z.enum(['ES256', 'EdDSA']).default('ES256'),
  VOUCHSAFE_NETWORK_DATABASES: databases,
  VOUCHSAFE_TLS_CERT: z.string().optional(),
  VOUCHSAFE_TLS_KEY: z.string().optional(),
  VOUCHSAFE_JA4_HEADER: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .transform((name) => name.toLowerCase())
    .optional(),
  VOUCHSAFE_CRAWLER_FEEDS: z.enum(['on', 'off']).optional(),
  VOUCHSAFE_RESOLVER: nameServers,
  VOUCHSAFE_AGENTS: z.enum(['on', 'off', 'loopback']).optional(),
  VOUCHSAFE_REQUEST_THRESHOLDS: thresholds,
  VOUCHSAFE_CALLER_PROXIES: integer(0, 16, defaultSettings.requests.callerProxies),
  VOUCHSAFE_OPEN_SIGNUP: toggle,
  VOUCHSAFE_TRUST_ISSUER: z
    .string()
    .regex(/^[\x21-\x7e]{1,255}$/)
    .optional(),
  VOUCHSAFE_WEBHOOK_LOOPBACK: toggle,
  VOUCHSAFE_DASHBOARD: z.enum(['on', 'off']).default('on'),
  VOUCHSAFE_LOG: z.enum(['info', 'error', 'silent']).default('info'),
  VOUCHSAFE_METRICS_HOST: host.default('127.0.0.1'),
  VOUCHSAFE_METRICS_PORT: port.optional(),
  VOUCHSAFE_DRAIN_SECONDS: integer(0, 300, 0),
})

/** What each variable must be, for people. */
export const expectations: Readonly<Record<keyof z.infer<typeof schema>, string>> = {
  HOST: 'a host name or an address',
  PORT: 'a whole number from 0 to 65535',
  VOUCHSAFE_PUBLIC_URL: 'an http or https origin such as https://attest.example, without a path',
  VOUCHSAFE_DATA_DIR: 'a folder',
  VOUCHSAFE_DATABASE_URL:
    'postgres://user:password@host:port/name, and behind it only ?sslmode=disable|require|verify-ca|verify-full, &sslrootcert=FILE where that verifies, and &options=… or &pooler=on',
  VOUCHSAFE_REDIS_URL: 'redis://user:password@host:port/0, rediss:// with TLS, and several hosts with ?mode=cluster or ?sentinel=name',
  VOUCHSAFE_TRUSTED_PROXIES: 'a whole number from 0 to 16',
  VOUCHSAFE_VERDICT_SECONDS: `a whole number from 5 to ${LONGEST_LIFE}`,
  VOUCHSAFE_CHALLENGE_SECONDS: `a whole number from 10 to ${LONGEST_LIFE}`,
  VOUCHSAFE_BUILD_GRACE_HOURS: 'a whole number from 1 to 8760',
  VOUCHSAFE_POW_DIFFICULTY: `a number from 1 to ${MOST_DIFFICULTY}`,
  VOUCHSAFE_RETENTION_DAYS: 'a whole number from 1 to 3650',
  VOUCHSAFE_SKETCH_DAYS: 'a whole number from 0 to 30',
  VOUCHSAFE_REVEAL_SHARE: 'a number from 0 to 1, or off',
  VOUCHSAFE_VERDICT_RECORDS: 'a whole number from 1000 to 999999999',
  VOUCHSAFE_SIGNING_ALG: 'ES256 or EdDSA',
  VOUCHSAFE_NETWORK_DATABASES: `paths separated by commas, each of which ends in .mmdb or begins with ${databaseKinds.map((kind) => `${kind}:`).join(' ')}`,
  VOUCHSAFE_TLS_CERT: 'the path of a file with certificates',
  VOUCHSAFE_TLS_KEY: 'the path of a file with a key',
  VOUCHSAFE_JA4_HEADER: 'the name of a header',
  VOUCHSAFE_CRAWLER_FEEDS: 'on or off',
  VOUCHSAFE_RESOLVER: 'addresses of name servers separated by commas, each with or without a port',
  VOUCHSAFE_AGENTS: 'on, off or loopback',
  VOUCHSAFE_REQUEST_THRESHOLDS: 'two numbers such as 0.5,0.9, with 0 < review ≤ block ≤ 1',
  VOUCHSAFE_CALLER_PROXIES: 'a whole number from 0 to 16',
  VOUCHSAFE_OPEN_SIGNUP: 'on or off',
  VOUCHSAFE_TRUST_ISSUER: 'up to 255 letters without spaces',
  VOUCHSAFE_WEBHOOK_LOOPBACK: 'on or off',
  VOUCHSAFE_DASHBOARD: 'on or off',
  VOUCHSAFE_LOG: 'info, error or silent',
  VOUCHSAFE_METRICS_HOST: 'a host name or an address',
  VOUCHSAFE_METRICS_PORT: 'a whole number from 0 to 65535',
  VOUCHSAFE_DRAIN_SECONDS: 'a whole number from 0 to 300',
}

/** A server that only this machine reaches meets no crawlers: it sends nothing anywhere unless it is told to. */
const isReached = (publicUrl: string | undefined): boolean => publicUrl !== undefined && !isLoopbackHost(new URL(publicUrl).hostname)

function configOf(env: z.infer<typeof schema>): Config {
  const outward = isReached(env.VOUCHSAFE_PUBLIC_URL) ? 'on' : 'off'
  return {
    host: env.HOST,
    port: env.PORT,
    publicUrl: env.VOUCHSAFE_PUBLIC_URL,
    dataDir: env.VOUCHSAFE_DATA_DIR,
    databaseUrl: env.VOUCHSAFE_DATABASE_URL,
    redis: redisSettings(env),
    trustedProxies: env.VOUCHSAFE_TRUSTED_PROXIES,
    verdictLife: env.VOUCHSAFE_VERDICT_SECONDS,
    challengeLife: env.VOUCHSAFE_CHALLENGE_SECONDS,
    buildGrace: env.VOUCHSAFE_BUILD_GRACE_HOURS * HOUR,
    retention: env.VOUCHSAFE_RETENTION_DAYS * DAY,
    sketchLife: env.VOUCHSAFE_SKETCH_DAYS * DAY,
    revealShare: env.VOUCHSAFE_REVEAL_SHARE === 'off' ? undefined : env.VOUCHSAFE_REVEAL_SHARE,
    verdictRecords: env.VOUCHSAFE_VERDICT_RECORDS,
    pow: { count: defaultSettings.pow.count, difficulty: env.VOUCHSAFE_POW_DIFFICULTY },
    signingAlgorithm: env.VOUCHSAFE_SIGNING_ALG,
    networkDatabases: env.VOUCHSAFE_NETWORK_DATABASES,
    tls: tlsPaths(env),
    ja4Header: env.VOUCHSAFE_JA4_HEADER,
    crawlerFeeds: (env.VOUCHSAFE_CRAWLER_FEEDS ?? outward) === 'on',
    nameServers: env.VOUCHSAFE_RESOLVER,
    agents: env.VOUCHSAFE_AGENTS ?? outward,
    requests: { thresholds: env.VOUCHSAFE_REQUEST_THRESHOLDS, callerProxies: env.VOUCHSAFE_CALLER_PROXIES },
    behaviour: {
      openSignup: env.VOUCHSAFE_OPEN_SIGNUP,
      trustIssuer: env.VOUCHSAFE_TRUST_ISSUER,
      webhookLoopback: env.VOUCHSAFE_WEBHOOK_LOOPBACK,
    },
    dashboard: env.VOUCHSAFE_DASHBOARD === 'on',
    log: env.VOUCHSAFE_LOG,
    metrics: env.VOUCHSAFE_METRICS_PORT === undefined ? undefined : { host: env.VOUCHSAFE_METRICS_HOST, port: env.VOUCHSAFE_METRICS_PORT },
    drainDelay: env.VOUCHSAFE_DRAIN_SECONDS * 1000,
  }
}

/** Their values hold passwords, and are never shown. */
const secrets: ReadonlySet<string> = new Set(['VOUCHSAFE_DATABASE_URL'])

/** Read by the recordings' owner, the build and the tests of this repository. */
const others: readonly RegExp[] = [/^VOUCHSAFE_DATA$/, /^VOUCHSAFE_BUILD_(DIR|DIALECT)$/, /^VOUCHSAFE_E2E_/]
/** Kubernetes tells every pod where a service named `vouchsafe…` is: https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables */
const SERVICE = /^VOUCHSAFE_(\w+_)?(SERVICE_HOST|SERVICE_PORT(_\w+)?|PORT_\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)$/
const SERVICE_ADDRESS = /^(tcp|udp|sctp):\/\//

const isOurs = (name: string, value: string): boolean =>
  Object.hasOwn(expectations, name) || others.some((other) => other.test(name)) || SERVICE.test(name) || SERVICE_ADDRESS.test(value)

/** A misspelt setting would be one that is silently not made. */
const misspelt = (given: Readonly<Record<string, string>>): string[] =>
  Object.entries(given)
    .filter(([name, value]) => name.startsWith('VOUCHSAFE_') && !isOurs(name, value))
    .map(([name]) => `${name} is no setting of this server: "vouchsafe help" lists them.`)

/** @returns the configuration, or every fault in it: nobody should have to mend them one start at a time. */
export function parseConfig(environment: Environment): Result<Config, readonly string[]> {
  // `NAME=` in a compose file means "not set".
  const given = Object.fromEntries(Object.entries(environment).filter((pair): pair is [string, string] => (pair[1] ?? '') !== ''))
  const parsed = schema.safeParse(given)
  const unknown = [...(parsed.success ? [...tlsFaults(parsed.data), ...redisFaults(parsed.data)] : []), ...misspelt(given)]
  if (parsed.success) return unknown.length === 0 ? ok(configOf(parsed.data)) : err(unknown)
  const names = new Set(parsed.error.issues.map((issue) => String(issue.path[0]) as keyof typeof expectations))
  const shown = (name: string): string => (secrets.has(name) ? 'what it is' : `"${given[name]}"`)
  return err([...Array.from(names, (name) => `${name} must be ${expectations[name]}, not ${shown(name)}.`), ...unknown])
}
