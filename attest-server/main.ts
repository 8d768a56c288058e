import type { AddressInfo, Server } from 'node:net'
import { err, ok, type Result } from '../shared/result.js'
import { createApp } from './app.js'
import { keepTelling } from './behaviour/keep-telling.js'
import { clock, composeDeps, openPrepared } from './compose/compose-deps.js'
import { composeProofs } from './compose/compose-proofs.js'
import type { Config, Environment } from './config.js'
import { createListener } from './create-listener.js'
import { followLag } from './follow-lag.js'
import { followCrawlers } from './network/crawler-feeds/follow-crawlers.js'
import { followNetwork } from './network/follow-network.js'
import { openNetwork } from './network/open-network.js'
import { keepLookAlikes } from './requests/keep-look-alikes.js'
import { keepScored } from './sessions/keep-scored.js'
import { keepPruned } from './stores/keep-pruned.js'
import { keepSettled } from './stores/open.js'
import { rememberStores } from './stores/remembered/remember-stores.js'

export interface RunningServer {
  /** What it listens on. */
  readonly url: string
  /** What its verdicts name as their issuer. */
  readonly issuer: string
  /** Ends requests under way, then the store. */
  close(): Promise<void>
}

/** This process's environment. */
export const environment = (): Environment => process.env

const wildcards: ReadonlySet<string> = new Set(['0.0.0.0', '::'])

function urlOf(scheme: 'http' | 'https', host: string, port: number): string {
  const reachable = wildcards.has(host) ? '127.0.0.1' : host
  return `${scheme}://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`
}

const listenFaults: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use. Stop what listens there, or set PORT to another port (0: any free one).',
  EACCES: 'needs more rights than this user has. Set PORT to one above 1023.',
  EADDRNOTAVAIL: 'cannot be listened on: HOST is not an address of this machine.',
  ENOTFOUND: 'cannot be listened on: HOST is not known.',
}

function listen(server: Server, { host, port }: Config): Promise<Result<number, string>> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const fault = listenFaults[error.code ?? ''] ?? `cannot be listened on (${error.code}).`
      resolve(err(`Port ${port} on ${host} ${fault}`))
    })
    server.listen({ host, port, exclusive: true }, () => resolve(ok((server.address() as AddressInfo).port)))
  })
}

/**
 * Starts the attest-server.
 * @param write takes one line of log.
 * @param open the stores, with a signing key; they are closed with the server.
 * @returns what is wrong in words, when it cannot start.
 */
export async function startServer(
  config: Config,
  write: (line: string) => void,
  open = openPrepared,
): Promise<Result<RunningServer, string>> {
  let app: ReturnType<typeof createApp> | undefined
  const listener = createListener((request, env) => app?.fetch(request, env) ?? new Response(null, { status: 503 }), config.tls)
  if (!listener.ok) return listener
  const { server, scheme, drain, follow } = listener.value
  const opened = await open(config)
  if (!opened.ok) return opened
  const stores = rememberStores(opened.value, clock)
  let isDraining = false
  const network = await openNetwork(config.networkDatabases, clock)
  const proofs = composeProofs(config, stores, network.asnOf, clock)
  const depsFor = composeDeps(config, stores, network.enrich, proofs, write)
  const port = await listen(server, config)
  if (!port.ok) {
    await stores.close()
    return port
  }
  const url = urlOf(scheme, config.host, port.value)
  const issuer = config.publicUrl ?? url
  const deps = depsFor(issuer, () => isDraining)
  const lag = followLag()
  app = createApp({ ...deps, late: lag.late })
  const stopSettling = keepSettled(config)
  const stopPruning = keepPruned(stores, clock, () => deps.log.error('prune-failed'))
  const stopScoring = keepScored(deps.sessions.score, () => deps.log.error('scoring-failed'), lag.late)
  const stopFollowing = followNetwork(network, deps.log)
  const stopFetching = config.crawlerFeeds ? followCrawlers(proofs.crawlers, deps.log) : undefined
  const stopRenewing = follow(deps.log, clock)
  const stopKeeping = keepLookAlikes(deps.lookAlikes)
  const stopTelling = keepTelling({ ...deps, nameServers: config.nameServers })
  async function close(): Promise<void> {
    isDraining = true
    lag.stop()
    stopTelling()
    stopPruning()
    stopFollowing()
    stopRenewing()
    stopFetching?.()
    await drain()
    await stopKeeping()
    await stopScoring()
    await stopSettling()
    await stores.close()
  }
  return ok({ url, issuer, close })
}

/** Resolves with the first signal that asks to stop; a second one ends the process at once. */
export function stopSignal(): Promise<string> {
  return new Promise((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) {
      process.once(name, () => {
        process.once(name, () => process.exit(130))
        resolve(name)
      })
    }
  })
}
