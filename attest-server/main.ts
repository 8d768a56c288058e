import { ok, type Result } from '../shared/result.js'
import { createApp } from './app.js'
import { keepTelling } from './behaviour/keep-telling.js'
import { clock, composeDeps, openPrepared, stopwatch } from './compose/compose-deps.js'
import { composeProofs } from './compose/compose-proofs.js'
import type { Config, Environment } from './config.js'
import { type Answer, createListener } from './create-listener.js'
import { listen, urlOf } from './listen.js'
import { followCrawlers } from './network/crawler-feeds/follow-crawlers.js'
import { followNetwork } from './network/follow-network.js'
import { openNetwork } from './network/open-network.js'
import { keepLookAlikes } from './requests/keep-look-alikes.js'
import { keepScored } from './sessions/keep-scored.js'
import { keepPruned } from './stores/keep-pruned.js'
import { keepSettled } from './stores/open.js'
import { createPatientClock } from './stores/patient-clock.js'
import type { Stores } from './stores/ports.js'
import { rememberStores } from './stores/remembered/remember-stores.js'
import { openInstruments } from './telemetry/open-instruments.js'

export interface RunningServer {
  /** What it listens on. */
  readonly url: string
  /** What its verdicts name as their issuer. */
  readonly issuer: string
  /** Where its metrics can be read; undefined where they are off. */
  readonly metrics: string | undefined
  /** Ends requests under way, then the store. */
  close(): Promise<void>
}

/** Seconds that nobody can set. */
const steadyTime = (): number => performance.now() / 1000

/** This process's environment. */
export const environment = (): Environment => process.env

/** A store whose clock is another's has nothing forgotten: what is over by one clock may be alive by all others. */
const readyOnly = ({ check, prune }: Stores): Pick<Stores, 'prune'> => ({
  prune: async (now) => {
    await check()
    return prune(now)
  },
})

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
  let answer: Answer = () => new Response(null, { status: 503 })
  const listener = createListener((request, env) => answer(request, env), config.tls)
  if (!listener.ok) return listener
  const { server, scheme, longestWait, gone, leave, drain, follow } = listener.value
  const opened = await open(config)
  if (!opened.ok) return opened
  const watched = await openInstruments(config.metrics, opened.value, { clock, stopwatch, gone, isBehindProxy: config.trustedProxies > 0 })
  if (!watched.ok) {
    await opened.value.close()
    return watched
  }
  const { telemetry, around, url: metrics, close: unwatch } = watched.value
  const stores = rememberStores(watched.value.stores, clock)
  let isDraining = false
  const network = await openNetwork(config.networkDatabases, clock)
  const proofs = composeProofs(config, stores, network.asnOf, clock)
  const depsFor = composeDeps(config, stores, { enrich: network.enrich, proofs, telemetry, write })
  const port = await listen(server, { ...config, names: { host: 'HOST', port: 'PORT' } })
  if (!port.ok) {
    unwatch()
    await stores.close()
    return port
  }
  const url = urlOf(scheme, config.host, port.value)
  const issuer = config.publicUrl ?? url
  const deps = depsFor(issuer, () => isDraining)
  const app = createApp(deps)
  answer = around((request, env) => app.fetch(request, env))
  const stopSettling = keepSettled(config)
  const stopPruning = keepPruned(readyOnly(stores), createPatientClock(clock, steadyTime), () => deps.log.error('prune-failed'))
  const stopScoring = keepScored(deps.sessions.score, () => deps.log.error('scoring-failed'), longestWait)
  const stopFollowing = followNetwork(network, deps.log)
  const stopFetching = config.crawlerFeeds ? followCrawlers(proofs.crawlers, deps.log) : undefined
  const stopRenewing = follow(deps.log, clock)
  const stopKeeping = keepLookAlikes(deps.lookAlikes)
  const stopTelling = keepTelling({ ...deps, nameServers: config.nameServers })
  async function close(): Promise<void> {
    isDraining = true
    await leave(config.drainDelay)
    stopTelling()
    stopPruning()
    stopFollowing()
    stopRenewing()
    stopFetching?.()
    await drain()
    await stopKeeping()
    await stopScoring()
    await stopSettling()
    unwatch()
    await stores.close()
  }
  return ok({ url, issuer, metrics, close })
}

/** Resolves with the first signal that asks to stop; a second one, of either kind, ends the process at once. */
export function stopSignal(): Promise<string> {
  let isStopping = false
  return new Promise((resolve) => {
    const hear = (name: string): void => {
      if (isStopping) process.exit(130)
      isStopping = true
      resolve(name)
    }
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, hear)
  })
}
