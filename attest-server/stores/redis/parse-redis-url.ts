import { err, ok, type Result } from '../../../shared/result.js'

export interface RedisNode {
  readonly host: string
  readonly port: number
}

/** How Redis is reached. */
export interface RedisSettings {
  /** Of one server, it; of a cluster, some of its nodes; otherwise Sentinels. */
  readonly nodes: readonly [RedisNode, ...RedisNode[]]
  readonly mode: 'single' | 'cluster' | 'sentinel'
  /** What the Sentinels call the primary; empty in other modes. */
  readonly primary: string
  readonly username: string | undefined
  readonly password: string | undefined
  /** Of the Sentinels, where they want one. */
  readonly sentinelPassword: string | undefined
  readonly database: number
  /** Undefined: no TLS. Without a path, those certificates are trusted that Node trusts. */
  readonly tls: { readonly caPath: string | undefined } | undefined
}

const DEFAULT_PORT = { single: 6379, cluster: 6379, sentinel: 26_379 }
const SHAPE = /^(rediss?):\/\/(?:([^@/?]*)@)?([^@/?]+)(?:\/(\d{0,3}))?(?:\?(.*))?$/
const NODE = /^(\[[\da-fA-F:.]+\]|[\w.-]+)(?::(\d{1,5}))?$/
const options: ReadonlySet<string> = new Set(['mode', 'sentinel', 'sentinel-password', 'ca'])

function readNode(text: string, defaultPort: number): RedisNode | undefined {
  const [, host = '', port = `${defaultPort}`] = NODE.exec(text) ?? []
  const number = Number(port)
  return host === '' || number < 1 || number > 65_535 ? undefined : { host: host.replace(/^\[|\]$/g, ''), port: number }
}

function decode(text: string | undefined): string | undefined {
  try {
    return text === undefined || text === '' ? undefined : decodeURIComponent(text)
  } catch {
    return text
  }
}

const modeOf = (query: URLSearchParams) => (query.has('sentinel') ? 'sentinel' : query.get('mode') === 'cluster' ? 'cluster' : 'single')

function* queryFaults(query: URLSearchParams, scheme: string, database: number): Iterable<string> {
  for (const name of new Set(query.keys())) {
    if (!options.has(name)) yield `has no option "${name}": there are ${[...options].join(', ')}`
    else if (query.getAll(name).length > 1) yield `has the option ${name} more than once`
    else if (query.get(name) === '') yield `has the option ${name} without a value`
  }
  const mode = query.get('mode')
  if (mode !== null && mode !== '' && mode !== 'cluster') yield 'has a mode other than cluster'
  if (mode !== null && query.has('sentinel')) yield 'has both mode and sentinel'
  if (query.has('sentinel-password') && !query.has('sentinel')) yield 'has a sentinel-password without sentinel'
  if (query.has('ca') && scheme !== 'rediss') yield 'has the option ca, for which it must begin with rediss://'
  if (mode === 'cluster' && database !== 0) yield 'names a database: a cluster has only 0'
}

/**
 * `redis://` or with TLS `rediss://`, then `user:password@`, hosts, and a database: `redis://cache:6379/0`. Several hosts are nodes of a cluster
 * (`redis://a,b,c?mode=cluster`) or Sentinels (`redis://a,b,c?sentinel=mymaster`). `ca` is the path of a file with certificates.
 * @returns the faults as ends of sentences. They repeat no part that may hold a password.
 */
export function parseRedisUrl(text: string): Result<RedisSettings, readonly string[]> {
  const [, scheme, login = '', hosts = '', digits = '', search = ''] = SHAPE.exec(text) ?? []
  if (scheme === undefined) return err(['is not of the form redis://user:password@host:port/0'])
  const query = new URLSearchParams(search)
  const mode = modeOf(query)
  const database = Number(digits)
  const read = hosts.split(',').map((host) => readNode(host, DEFAULT_PORT[mode]))
  const [first, ...others] = read.filter((node) => node !== undefined)
  const faults = [...queryFaults(query, scheme, database)]
  if (!first || others.length + 1 < read.length) faults.push('has a host or port that cannot be one')
  if (read.length > 1 && mode === 'single') faults.push('has several hosts, for which it must end with ?mode=cluster or ?sentinel=name')
  if (!first || faults.length > 0) return err(faults)
  const colon = login.indexOf(':')
  return ok({
    nodes: [first, ...others],
    mode,
    primary: query.get('sentinel') ?? '',
    username: decode(colon < 0 ? login : login.slice(0, colon)),
    password: decode(colon < 0 ? undefined : login.slice(colon + 1)),
    sentinelPassword: query.get('sentinel-password') ?? undefined,
    database,
    tls: scheme === 'rediss' ? { caPath: query.get('ca') ?? undefined } : undefined,
  })
}
