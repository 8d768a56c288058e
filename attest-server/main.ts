import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer, type ServerType } from '@hono/node-server'
import { err, ok, type Result } from '../shared/result.js'
import type { Ms } from '../shared/units.js'
import { createApp } from './app.js'
import { keepTelling } from './behaviour/keep-telling.js'
import { clock, composeDeps, openPrepared } from './compose.js'
import { composeProofs } from './compose-proofs.js'
import type { Config, Environment } from './config.js'
import { makeDrain } from './drain.js'
import { keepScored } from './keep-scored.js'
import { followCrawlers } from './network/crawler-feeds/follow-crawlers.js'
import { followNetwork } from './network/follow-network.js'
import { openNetwork } from './network/open-network.js'
import { keepLookAlikes } from './requests/keep-look-alikes.js'
import { keepPruned } from './stores/keep-pruned.js'

/** Our largest request has 4 MB, nearly all have 16 KB at most: whoever takes longer is holding a connection. */
const REQUEST_LIMIT: Ms = 30_000

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

function urlOf(host: string, port: number): string {
  const reachable = wildcards.has(host) ? '127.0.0.1' : host
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`
}

const listenFaults: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use. Stop what listens there, or set PORT to another port (0: any free one).',
  EACCES: 'needs more rights than this user has. Set PORT to one above 1023.',
  EADDRNOTAVAIL: 'cannot be listened on: HOST is not an address of this machine.',
  ENOTFOUND: 'cannot be listened on: HOST is not known.',
}

function listen(server: ServerType, { host, port }: Config): Promise<Result<number, string>> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const fault = listenFaults[error.code ?? ''] ?? `cannot be listened on (${error.code}).`
      resolve(err(`Port ${port} on ${host} ${fault}`))
    })
    server.listen({ host, port, exclusive: true }, () => resolve(ok((server.address() as AddressInfo).port)))
  })
}

/** Starts the attest-server. @param write takes one line of log. @returns what is wrong in words, when it cannot start. */
export async function startServer(config: Config, write: (line: string) => void): Promise<Result<RunningServer, string>> {
  const opened = await openPrepared(config)
  if (!opened.ok) return opened
  const stores = opened.value
  let isDraining = false
  const network = await openNetwork(config.networkDatabases, clock)
  const proofs = composeProofs(config, stores, network.asnOf, clock)
  const depsFor = composeDeps(config, stores, network.enrich, proofs, write)
  let app: ReturnType<typeof createApp> | undefined
  const server = createAdaptorServer({
    fetch: (request, env) => app?.fetch(request, env) ?? new Response(null, { status: 503 }),
    serverOptions: { requestTimeout: REQUEST_LIMIT, headersTimeout: REQUEST_LIMIT },
  })
  const drain = makeDrain(server as Server)
  const port = await listen(server, config)
  if (!port.ok) {
    await stores.close()
    return port
  }
  const url = urlOf(config.host, port.value)
  const issuer = config.publicUrl ?? url
  const deps = depsFor(issuer, () => isDraining)
  app = createApp(deps)
  const stopPruning = keepPruned(stores, clock, () => deps.log.error('prune-failed'))
  const stopScoring = keepScored(deps.sessions.score, () => deps.log.error('scoring-failed'))
  const stopFollowing = followNetwork(network, deps.log)
  const stopFetching = config.crawlerFeeds ? followCrawlers(proofs.crawlers, deps.log) : undefined
  const stopKeeping = keepLookAlikes(deps.lookAlikes)
  const stopTelling = keepTelling(deps)
  async function close(): Promise<void> {
    isDraining = true
    stopTelling()
    stopPruning()
    stopFollowing()
    stopFetching?.()
    await drain()
    await stopKeeping()
    await stopScoring()
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
