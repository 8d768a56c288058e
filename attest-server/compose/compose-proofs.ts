import { Resolver } from 'node:dns/promises'
import type { EpochSeconds } from '../../shared/units.js'
import { createAgentVerifier } from '../agents/create-agent-verifier.js'
import type { Config } from '../config.js'
import type { AgentProofs } from '../core/identity/identify.js'
import { crawlers } from '../crawlers/index.js'
import { type Crawlers, openCrawlers } from '../network/crawler-feeds/open-crawlers.js'
import { createSystemResolver } from '../network/hosts/system-resolver.js'
import { openOutbound } from '../outbound/open-outbound.js'
import type { Stores } from '../stores/ports.js'

/** By which senders are proved. */
export interface Proofs {
  readonly crawlers: Crawlers
  readonly agents: AgentProofs | undefined
}

/** What vendors and agents see of whoever asks. */
const USER_AGENT = 'Vouchsafe'

type Settings = Pick<Config, 'crawlerFeeds' | 'nameServers' | 'agents'>

function resolverOf({ crawlerFeeds, nameServers }: Settings) {
  if (!crawlerFeeds && nameServers.length === 0) return undefined
  const dns = new Resolver({ timeout: 1000, tries: 2 })
  if (nameServers.length > 0) dns.setServers(nameServers)
  return createSystemResolver(dns)
}

function agentsOf({ agents, nameServers }: Settings, nonces: Stores['replays']): AgentProofs | undefined {
  if (agents === 'off') return undefined
  const loopback = agents === 'loopback'
  return createAgentVerifier({ send: openOutbound({ userAgent: USER_AGENT, nameServers, loopback }), nonces, policy: { loopback } })
}

/** Where the ways out of this process are made, and the only place that says whether there are any. Nothing is sent yet. */
export function composeProofs(
  settings: Settings,
  { texts, replays }: Pick<Stores, 'texts' | 'replays'>,
  asnOf: (address: string) => number | null,
  now: () => EpochSeconds,
): Proofs {
  const send = settings.crawlerFeeds ? openOutbound({ userAgent: USER_AGENT, nameServers: settings.nameServers }) : undefined
  return {
    crawlers: openCrawlers({ crawlers, send, resolver: resolverOf(settings), texts, asnOf, now }),
    agents: agentsOf(settings, replays),
  }
}
