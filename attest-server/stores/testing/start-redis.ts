import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { freePort } from '../../testing/free-port.js'

/** A redis-server that a test has to itself. */
export interface TestRedis {
  readonly port: number
  /** With TLS, it trusts the certificate. */
  readonly url: string
  /** What `redis-cli` would do. */
  run(command: string, ...values: readonly (string | number)[]): Promise<unknown>
  /** As an operator stops it, as a machine that dies, or as one that hangs and goes on. */
  signal(how: 'SIGTERM' | 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): Promise<void>
  /** Again, on the same port and in the same folder. */
  start(): Promise<void>
  /** Ends it for good. */
  remove(): Promise<void>
}

export interface RedisWishes {
  /** As in `redis.conf`, without dashes: `['appendonly', 'yes']`. */
  readonly settings?: readonly (readonly [name: string, ...values: string[]])[]
  /** It asks others for the state of a primary instead of keeping any. */
  readonly sentinel?: boolean
  readonly password?: string
  /** PEM; only connections with TLS are taken then. */
  readonly tls?: { readonly cert: string; readonly key: string }
}

function program(): string {
  const found = ['redis-server', 'valkey-server'].find((name) => spawnSync(name, ['--version']).status === 0)
  if (found === undefined) throw new Error('This test starts redis-server, which is not here: install the package redis-server.')
  return found
}

function configOf(port: number, folder: string, { settings = [], password, tls }: RedisWishes): string {
  const [certFile, keyFile] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  if (tls) {
    writeFileSync(certFile, tls.cert)
    writeFileSync(keyFile, tls.key)
  }
  const listening = tls
    ? [
        ['port', '0'],
        ['tls-port', `${port}`],
        ['tls-cert-file', certFile],
        ['tls-key-file', keyFile],
        ['tls-auth-clients', 'no'],
        // What it asks of others, it asks with TLS, too.
        ['tls-ca-cert-file', certFile],
        ['tls-replication', 'yes'],
      ]
    : [['port', `${port}`]]
  const lines = [
    ...listening,
    ['bind', '127.0.0.1'],
    ['dir', folder],
    ['save', '""'],
    ['loglevel', 'warning'],
    ...(password === undefined ? [] : [['requirepass', password]]),
    ...settings,
  ]
  return `${lines.map((line) => line.join(' ')).join('\n')}\n`
}

/** Starts redis-server on a free port, in a new folder. Nothing is written to disk unless `settings` say so. */
export async function startRedis(wishes: RedisWishes = {}): Promise<TestRedis> {
  const folder = mkdtempSync(join(tmpdir(), 'vouchsafe-redis-'))
  const port = await freePort()
  const file = join(folder, 'redis.conf')
  writeFileSync(file, configOf(port, folder, wishes))
  let child: ChildProcess | undefined
  const client = new Redis({
    host: '127.0.0.1',
    port,
    lazyConnect: true,
    maxRetriesPerRequest: null,
    retryStrategy: () => 20,
    ...(wishes.password !== undefined && { password: wishes.password }),
    ...(wishes.tls && { tls: { ca: wishes.tls.cert } }),
  })
  client.on('error', () => undefined)

  async function start(): Promise<void> {
    child = spawn(program(), [file, ...(wishes.sentinel ? ['--sentinel'] : [])], { stdio: 'ignore' })
    await client.ping()
  }
  async function signal(how: NodeJS.Signals): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const exit = how === 'SIGSTOP' || how === 'SIGCONT' ? undefined : once(child, 'exit')
    child.kill(how)
    await exit
  }
  async function remove(): Promise<void> {
    client.disconnect()
    await signal('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }

  await start()
  const url = wishes.tls ? `rediss://localhost:${port}?ca=${join(folder, 'cert.pem')}` : `redis://127.0.0.1:${port}`
  return { port, url, run: (command, ...values) => client.call(command, ...values), signal, start, remove }
}
