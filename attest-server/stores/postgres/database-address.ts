import type { ConnectionOptions } from 'node:tls'

export interface DatabaseUrl {
  readonly host: string
  readonly port: number
  readonly user: string | undefined
  readonly password: string | undefined
  /** Of the database. */
  readonly name: string
  readonly tls: 'disable' | 'require' | 'verify-ca' | 'verify-full'
  /** A file with the certificates that are trusted; undefined: those that Node trusts. */
  readonly rootCertificate: string | undefined
  /** What the database is told at each connection, such as `-c search_path=bots`. */
  readonly options: string | undefined
  /** A pooler stands between, which gives a connection to each transaction: nothing can be told, or prepared, for longer. */
  readonly isPooled: boolean
}

/** The same with its certificates read. */
export interface DatabaseAddress extends Omit<DatabaseUrl, 'tls' | 'rootCertificate'> {
  readonly tls: ConnectionOptions | undefined
}

const PORT = 5432
const modes: readonly DatabaseUrl['tls'][] = ['disable', 'require', 'verify-ca', 'verify-full']
const known: ReadonlySet<string> = new Set(['sslmode', 'sslrootcert', 'options', 'pooler'])

function tlsOf(query: URLSearchParams): Pick<DatabaseUrl, 'tls' | 'rootCertificate'> | undefined {
  const rootCertificate = query.get('sslrootcert') ?? undefined
  const word = query.get('sslmode') ?? 'disable'
  const tls = modes.find((mode) => mode === word)
  // A certificate that nothing is checked against would be a mistake that nobody notices.
  const isSound = tls !== undefined && (rootCertificate === undefined || tls.startsWith('verify'))
  return isSound ? { tls, rootCertificate } : undefined
}

/** A pooler passes on nothing that a connection is told: options that are lost would be a mistake that nobody notices. */
function poolerOf(query: URLSearchParams): Pick<DatabaseUrl, 'options' | 'isPooled'> | undefined {
  const options = query.get('options') ?? undefined
  const word = query.get('pooler')
  const isSound = word === null || (word === 'on' && options === undefined)
  return isSound ? { options, isPooled: word === 'on' } : undefined
}

function decoded(text: string): string | undefined {
  return text === '' ? undefined : decodeURIComponent(text)
}

/** @returns what `postgres://user:password@host:port/name?sslmode=…` says; undefined where it is none, or says what is not understood. */
export function parseDatabaseUrl(text: string): DatabaseUrl | undefined {
  if (!/^postgres(?:ql)?:\/\//.test(text) || !URL.canParse(text)) return undefined
  const { hostname, port, username, password, pathname, searchParams, hash } = new URL(text)
  const tls = tlsOf(searchParams)
  const pooler = poolerOf(searchParams)
  const names = [...searchParams.keys()]
  if (!tls || !pooler || hash !== '' || hostname === '' || !/^\/[^/]+$/.test(pathname)) return undefined
  if (new Set(names).size < names.length || names.some((name) => !known.has(name))) return undefined
  try {
    return {
      host: hostname.replace(/^\[(.*)\]$/, '$1'),
      port: port === '' ? PORT : Number(port),
      user: decoded(username),
      password: decoded(password),
      name: decodeURIComponent(pathname.slice(1)),
      ...tls,
      ...pooler,
    }
  } catch {
    // `%` with nothing behind it that it could stand for.
    return undefined
  }
}

/** What people may read: without the password. */
export function showDatabase({ host, port, user, name }: Pick<DatabaseUrl, 'host' | 'port' | 'user' | 'name'>): string {
  const place = `${host.includes(':') ? `[${host}]` : host}:${port}/${name}`
  return `postgres://${user === undefined ? '' : `${user}@`}${place}`
}
