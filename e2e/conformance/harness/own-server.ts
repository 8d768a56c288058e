import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startChild } from '../../support/machine/child.js'
import { repoRoot } from '../../support/machine/tools.js'

/** The built server, started by us on a free port with an empty data folder. */
export interface OwnServer {
  readonly url: string
  readonly dataDir: string
  /** Runs a command of the program on its data folder. @returns what it printed as JSON @throws what it said instead */
  vouchsafe(...args: readonly string[]): Promise<unknown>
  /** Whether a text stands anywhere in the files of its data folder. */
  holds(text: string): boolean
  stop(): Promise<void>
}

/** One proxy is trusted, so that requests can come from any address; who signs up needs no mail. */
const SETTINGS = {
  HOST: '127.0.0.1',
  PORT: '0',
  VOUCHSAFE_TRUSTED_PROXIES: '1',
  VOUCHSAFE_OPEN_SIGNUP: 'on',
  // Nobody answers there: names are asked for, and nothing leaves the machine.
  VOUCHSAFE_RESOLVER: '127.0.0.1:9',
  VOUCHSAFE_LOG: 'silent',
}

const CLI = join(repoRoot, 'dist', 'cli.mjs')
const START = 30_000
const COMMAND = 30_000

/** Nothing of the caller's own settings. */
function environment(dataDir: string, settings: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(VOUCHSAFE_|PORT$|HOST$)/.test(name))
  return { ...Object.fromEntries(own), ...SETTINGS, ...settings, VOUCHSAFE_DATA_DIR: dataDir }
}

function runJson(args: readonly string[], env: NodeJS.ProcessEnv): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args, '--json'], { env, stdio: ['ignore', 'pipe', 'pipe'], timeout: COMMAND })
    let [out, err] = ['', '']
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString()
    })
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString()
    })
    child.once('error', reject)
    child.once('close', (code) => {
      const fail = (why: string) => reject(new Error(`vouchsafe ${args.slice(0, 2).join(' ')}: ${why}`))
      if (code !== 0) return fail(err.trim().slice(0, 300) || `exit code ${code}`)
      try {
        resolve(JSON.parse(out))
      } catch {
        fail('printed no JSON')
      }
    })
  })
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
}

/** @param settings more than those above @throws when it does not start: it was not built, or says why */
export async function startOwnServer(settings: NodeJS.ProcessEnv = {}): Promise<OwnServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'vouchsafe-conformance-'))
  const env = environment(dataDir, settings)
  const child = startChild(process.execPath, [CLI, 'serve'], { cwd: repoRoot, env })
  const remove = () => rmSync(dataDir, { recursive: true, force: true })
  try {
    const [, json = '{}'] = await child.line(/^listening (\{.*\})\s*$/, START)
    const { attest } = JSON.parse(json) as { attest: string }
    return {
      url: attest,
      dataDir,
      vouchsafe: (...args) => runJson(args, env),
      holds: (text) => filesIn(dataDir).some((file) => readFileSync(file).includes(text)),
      stop: async () => {
        await child.stop('SIGTERM', 10_000)
        remove()
      },
    }
  } catch (error) {
    await child.stop('SIGKILL')
    remove()
    throw error
  }
}
