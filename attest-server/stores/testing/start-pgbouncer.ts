import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../testing/free-port.js'
import { programOf, unprivileged } from './installed.js'

/** A PgBouncer that a test has to itself, before a PostgreSQL of this machine. */
export interface TestPooler {
  readonly port: number
  /** Ends it for good. */
  remove(): Promise<void>
}

/** Fewer connections than one server takes: they are passed on all the time. */
const FEW = 4

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const told = (isThere: boolean) => () => {
      socket.destroy()
      resolve(isThere)
    }
    socket.on('connect', told(true)).on('error', told(false))
  })

/**
 * @param user whom it lets in, without a password
 * @param more lines of `pgbouncer.ini`, as `pool_mode = transaction`
 */
export async function startPgbouncer(databasePort: number, user: string, more: readonly string[]): Promise<TestPooler> {
  const identity = unprivileged()
  const folder = mkdtempSync(join(tmpdir(), 'vouchsafe-pgbouncer-'))
  const port = await freePort()
  const [file, users] = [join(folder, 'pgbouncer.ini'), join(folder, 'users.txt')]
  const lines = [
    '[databases]',
    `* = host=127.0.0.1 port=${databasePort}`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${port}`,
    'unix_socket_dir =',
    'auth_type = trust',
    `auth_file = ${users}`,
    `default_pool_size = ${FEW}`,
    ...more,
  ]
  writeFileSync(file, `${lines.join('\n')}\n`)
  writeFileSync(users, `"${user}" ""\n`)
  if (identity) for (const path of [folder, file, users]) chownSync(path, identity.uid, identity.gid)
  const child = spawn(programOf('pgbouncer'), [file], { ...identity, cwd: folder, stdio: 'ignore' })
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error(`PgBouncer ended with ${child.exitCode}.`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return {
    port,
    async remove() {
      const exit = once(child, 'exit')
      child.kill('SIGKILL')
      await exit
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
