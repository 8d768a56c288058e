import { setTimeout as pause } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { type Child, startChild } from '../../support/machine/child.js'
import { freePort } from '../../support/machine/free-port.js'
import { requireTool } from '../../support/machine/tools.js'
import type { Part } from './part.js'
import { temporaryFolder } from './temporary-folder.js'

export interface RedisProcess extends Part {
  readonly port: number
  run(command: string, ...values: readonly (string | number)[]): Promise<unknown>
  /** Ends it for good. */
  remove(): Promise<void>
}

const START = 30_000

/** A redis-server that writes what it is told to a file before it answers. @param more as on its command line @throws MissingError */
export async function startRedis(name = 'redis', more: readonly string[] = []): Promise<RedisProcess> {
  const program = requireTool('redis-server')
  const folder = temporaryFolder('redis')
  const port = await freePort()
  const where = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder.path]
  const args = [...where, '--save', '', '--appendonly', 'yes', '--loglevel', 'warning', ...more]
  let child: Child | undefined

  async function run(command: string, ...values: readonly (string | number)[]): Promise<unknown> {
    const client = new Redis({ host: '127.0.0.1', port, lazyConnect: true, retryStrategy: () => null })
    client.on('error', () => undefined)
    try {
      await client.connect()
      return await client.call(command, ...values)
    } finally {
      client.disconnect()
    }
  }
  async function start(): Promise<void> {
    child = startChild(program, args)
    for (const deadline = Date.now() + START; Date.now() < deadline; await pause(20)) {
      if ((await run('PING').catch(() => undefined)) === 'PONG') return
    }
    throw new Error(`Redis does not start: ${child.output().slice(-300)}`)
  }
  await start()
  return {
    ...{ name, port, run, start },
    kill: async () => void (await child?.stop('SIGKILL')),
    async remove() {
      await child?.stop('SIGKILL')
      await folder.remove()
    },
  }
}
