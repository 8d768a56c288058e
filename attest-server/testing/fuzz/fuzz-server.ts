import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import Database from 'libsql'
import { loadAssets } from '../../assets/load-assets.js'
import { clock, openPrepared, random } from '../../compose/compose-deps.js'
import { parseConfig } from '../../config.js'
import { createApiKeys } from '../../keys/api-keys.js'
import { compileServer } from '../compile-server.js'
import { spawnServer } from '../spawn-server.js'
import { keysIn } from './keys-in.js'
import { makeWorld } from './make-world.js'
import { createMemoryWatch, growthOf, type Resident } from './memory-watch.js'
import { writePlaceholders } from './placeholder-files.js'
import { type FuzzReport, runFuzz } from './run-fuzz.js'
import { allSecrets, type World } from './tenant.js'

export interface LongRun {
  readonly requests: number
  readonly seed: number
  readonly only?: number
  isStopped(): boolean
  note(number: number, residentMb: number): void
}

export interface LongReport extends FuzzReport {
  /** Of the server's process. */
  readonly resident: Resident
  readonly seconds: number
  /** What was the matter with the server itself; none where nothing is. */
  readonly faults: readonly string[]
}

const AT_ONCE = 12
const REST = 3_000

const settings = {
  VOUCHSAFE_TRUSTED_PROXIES: '1',
  VOUCHSAFE_OPEN_SIGNUP: 'on',
  VOUCHSAFE_POW_DIFFICULTY: '1',
  // Names are asked for, and nobody answers: nothing leaves the machine.
  VOUCHSAFE_RESOLVER: '127.0.0.1:9',
  VOUCHSAFE_AGENTS: 'on',
  VOUCHSAFE_LOG: 'info',
  // Four times what it lives on, in MB: what grows with what is sent ends the process, and what waits to be collected is collected.
  NODE_OPTIONS: '--max-old-space-size=128',
}

const residentMb = (pid: number): number =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024)

/** Keys are made before the server starts, by the same code. */
async function prepare(dataDir: string, files: readonly string[]): Promise<World> {
  const config = parseConfig({ ...settings, VOUCHSAFE_DATA_DIR: dataDir })
  if (!config.ok) throw new Error(config.error.join(' '))
  const stores = await openPrepared(config.value)
  if (!stores.ok) throw new Error(stores.error)
  const apiKeys = createApiKeys(stores.value, random, clock)
  const world = await makeWorld({ stores: stores.value, apiKeys, now: Math.floor(clock()) }, files)
  await stores.value.close()
  return world
}

function integrityOf(dataDir: string): string {
  const database = new Database(join(dataDir, 'vouchsafe.db'))
  const rows = database.prepare('PRAGMA integrity_check').all() as { readonly integrity_check: string }[]
  database.close()
  return rows.map((row) => row.integrity_check).join('; ')
}

/** The log tells of no error, and of no key. */
function faultsOfLog(lines: string, world: World): string[] {
  const bugs = lines.split('\n').filter((line) => /"level":"error"/.test(line))
  const told = keysIn(lines, allSecrets(world))
  return [...bugs.slice(0, 20), ...(told.length > 0 ? [`the log tells ${told.length} keys`] : [])]
}

const isReady = async (url: string): Promise<boolean> => (await fetch(`${url}/readyz`)).ok && (await fetch(`${url}/healthz`)).ok

/** Whether it still answers, ends as it should, and leaves a store that is whole. */
async function faultsAtEnd(server: Awaited<ReturnType<typeof spawnServer>>, dataDir: string, world: World): Promise<string[]> {
  const ready = await isReady(server.url)
  server.child.kill('SIGTERM')
  const { code, err } = await server.finished
  const integrity = integrityOf(dataDir)
  return [
    ...(ready ? [] : ['it does not answer any more']),
    ...(code === 0 ? [] : [`it ended with code ${code}`]),
    ...(integrity === 'ok' ? [] : [`the store: ${integrity}`]),
    ...faultsOfLog(err, world),
  ]
}

/** A server of these sources in a process of its own, on a store that begins empty; what is sent comes over loopback. */
export async function fuzzServer({ requests, seed, only, isStopped, note }: LongRun): Promise<LongReport> {
  const dataDir = mkdtempSync(join(tmpdir(), 'vouchsafe-fuzz-'))
  const compiled = compileServer()
  const built = join(dirname(dirname(dirname(compiled.cli))), 'dist')
  writePlaceholders(built)
  const world = await prepare(
    dataDir,
    loadAssets(built).map(({ hashedName }) => hashedName),
  )
  const server = await spawnServer(compiled.cli, dataDir, settings)
  const pid = server.child.pid!
  const memory = createMemoryWatch(requests)
  const started = Date.now()
  try {
    const report = await runFuzz({
      url: server.url,
      world,
      requests,
      seed,
      ...(only === undefined ? {} : { only }),
      atOnce: AT_ONCE,
      isStopped,
      note(number) {
        const now = residentMb(pid)
        memory.note(number, now)
        note(number, now)
      },
    })
    const seconds = Math.round((Date.now() - started) / 1000)
    await new Promise((resolve) => setTimeout(resolve, REST))
    const resident = memory.end(residentMb(pid))
    const faults = [...growthOf(resident), ...(await faultsAtEnd(server, dataDir, world))]
    return { ...report, resident, seconds, faults }
  } finally {
    server.child.kill('SIGKILL')
    compiled.remove()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
