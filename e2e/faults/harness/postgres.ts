import { execFileSync } from 'node:child_process'
import { chownSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { type Child, startChild } from '../../support/machine/child.js'
import { freePort } from '../../support/machine/free-port.js'
import { requireTool } from '../../support/machine/tools.js'
import type { Part } from './part.js'
import { startTcpProxy, type TcpProxy } from './tcp-proxy.js'
import { temporaryFolder } from './temporary-folder.js'

export interface Postgres extends Part {
  readonly proxy: TcpProxy
  /** By way of the proxy. */
  readonly url: string
  /** Ends it for good. */
  remove(): Promise<void>
}

/** Processes die here and machines do not: what the kernel was given is kept. */
const SETTINGS = [
  'fsync=off',
  'full_page_writes=off',
  'shared_buffers=32MB',
  'max_connections=120',
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
]
const START = 30_000

const idOf = (flag: '-u' | '-g'): number => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))

/** It refuses to run as root. */
const someone = () => (process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {})

async function answers(port: number): Promise<boolean> {
  const client = new pg.Client({ connectionString: `postgres://test@127.0.0.1:${port}/postgres` })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** @throws MissingError */
export async function startPostgres(): Promise<Postgres> {
  const [initdb, postgres] = [requireTool('initdb'), requireTool('postgres')]
  const folder = temporaryFolder('postgres')
  const who = someone()
  if (who.uid !== undefined) chownSync(folder.path, who.uid, who.gid)
  const data = join(folder.path, 'data')
  const as = { ...who, cwd: folder.path, env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' } }
  execFileSync(initdb, ['-D', data, '-U', 'test', '-A', 'trust', '-E', 'UTF8', '--no-sync'], { ...as, stdio: ['ignore', 'ignore', 'pipe'] })
  const port = await freePort()
  let child: Child | undefined

  /** Those that a killed one leaves behind hold its memory for a moment: then the next one ends at once, and is started anew. */
  async function start(): Promise<void> {
    for (const deadline = Date.now() + START; ; await pause(50)) {
      const started = startChild(postgres, ['-D', data, '-p', String(port), ...SETTINGS.flatMap((setting) => ['-c', setting])], as)
      child = started
      let isOver = false
      void started.exit.then(() => {
        isOver = true
      })
      while (!isOver && Date.now() < deadline) {
        if (await answers(port)) return
        await pause(50)
      }
      if (Date.now() >= deadline) throw new Error(`PostgreSQL does not start: ${started.output().slice(-300)}`)
    }
  }
  await start()
  const proxy = await startTcpProxy(port)
  return {
    ...{ name: 'postgres', url: `postgres://test@127.0.0.1:${proxy.port}/postgres`, proxy, start },
    kill: async () => void (await child?.stop('SIGKILL')),
    async remove() {
      await proxy.remove()
      await child?.stop('SIGINT')
      await folder.remove()
    },
  }
}
