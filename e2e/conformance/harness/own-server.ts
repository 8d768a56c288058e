import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { environmentWith, serve, vouchsafe } from '../../support/machine/built-server.js'

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

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
}

/** @param settings more than those above @throws when it does not start: it was not built, or says why */
export async function startOwnServer(settings: NodeJS.ProcessEnv = {}): Promise<OwnServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'vouchsafe-conformance-'))
  const env = environmentWith({ ...SETTINGS, ...settings, VOUCHSAFE_DATA_DIR: dataDir })
  const remove = () => rmSync(dataDir, { recursive: true, force: true })
  try {
    const { url, child } = await serve(env)
    return {
      url,
      dataDir,
      vouchsafe: (...args) => vouchsafe(args, env),
      holds: (text) => filesIn(dataDir).some((file) => readFileSync(file).includes(text)),
      stop: async () => {
        await child.stop('SIGTERM', 10_000)
        remove()
      },
    }
  } catch (error) {
    remove()
    throw error
  }
}
