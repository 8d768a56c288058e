import { environmentWith, programOf, type Start, serve, vouchsafe } from '../../support/machine/built-server.js'
import { repoRoot } from '../../support/machine/tools.js'
import type { Part } from './part.js'

/** How servers keep what they know: in a folder; in PostgreSQL; there and in one Redis; there and in a Redis Cluster. */
export type DeploymentName = 'embedded' | 'postgres' | 'redis' | 'cluster'

/** One process of the built server, on a port of its own. */
export interface Instance {
  readonly url: string
  readonly pid: number
  /** As a machine that dies. Resolves when the process has. */
  kill(): Promise<void>
  /** As an operator stops it. @returns its exit code */
  stop(): Promise<number>
  /** Resolves with its exit code, or -1 where a signal ended it. */
  readonly exit: Promise<number>
}

/** How one instance differs. */
export interface Wishes extends Omit<Start, 'program'> {
  readonly env?: Readonly<Record<string, string>>
}

/** What servers share. Any number of them can be started on it. */
export interface Deployment {
  readonly name: DeploymentName
  readonly dataDir: string
  /** What keeps the data, where that is not the servers themselves. */
  readonly parts: readonly Part[]
  start(wishes?: Wishes): Promise<Instance>
  /** The same, served and commanded by another checkout's build. */
  at(checkout: string): Deployment
  /** Runs a command of the program. @returns what it printed as JSON @throws what it said instead */
  vouchsafe(...args: readonly string[]): Promise<unknown>
  /** Ends the servers that still run, and forgets the data. */
  close(): Promise<void>
}

/** Behind one name, as behind a load balancer. One proxy is trusted, so that requests can come from any address. Work costs nothing: it is not what is tested. */
export const ISSUER = 'https://attest.shop.example'
const SETTINGS = {
  HOST: '127.0.0.1',
  PORT: '0',
  VOUCHSAFE_PUBLIC_URL: ISSUER,
  VOUCHSAFE_TRUSTED_PROXIES: '1',
  VOUCHSAFE_POW_DIFFICULTY: '1',
  // Nobody answers there: names are asked for, and nothing leaves the machine.
  VOUCHSAFE_RESOLVER: '127.0.0.1:9',
  VOUCHSAFE_LOG: 'silent',
}

/** Longer than the server takes for itself. */
const STOP = 20_000

const environment = (own: Readonly<Record<string, string>>): NodeJS.ProcessEnv => environmentWith({ ...SETTINGS, ...own })

async function startInstance(checkout: string, env: Readonly<Record<string, string>>, { env: more, ...how }: Wishes): Promise<Instance> {
  const { url, child } = await serve(environment({ ...env, ...more }), { ...how, program: programOf(checkout) })
  return {
    url,
    pid: child.pid,
    exit: child.exit,
    kill: async () => void (await child.stop('SIGKILL')),
    stop: () => child.stop('SIGTERM', STOP),
  }
}

/** Where the data is. */
export interface Place extends Pick<Deployment, 'name' | 'dataDir' | 'parts'> {
  readonly env: Readonly<Record<string, string>>
  /** Once no server runs. */
  forget(): Promise<void>
}

/** As whoever supervises a server does: on a busy machine a store may be too slow for a start. */
async function persistently<T>(tries: number, work: () => Promise<T>): Promise<T> {
  for (let i = 1; ; i++) {
    try {
      return await work()
    } catch (error) {
      if (i === tries) throw error
    }
  }
}

export function deploymentOn({ name, dataDir, parts, env, forget }: Place): Deployment {
  const settings = { VOUCHSAFE_DATA_DIR: dataDir, ...env }
  // A folder is never too slow.
  const tries = parts.length === 0 ? 1 : 4
  const instances = new Set<Instance>()
  const at = (checkout: string): Deployment => ({
    ...{ name, dataDir, parts, at },
    async start(wishes = {}) {
      const instance = await persistently(tries, () => startInstance(checkout, settings, wishes))
      instances.add(instance)
      void instance.exit.then(() => instances.delete(instance))
      return instance
    },
    vouchsafe: (...args) => persistently(tries, () => vouchsafe(args, environment(settings), programOf(checkout))),
    async close() {
      await Promise.all([...instances].map((instance) => instance.kill()))
      await forget()
    },
  })
  return at(repoRoot)
}
