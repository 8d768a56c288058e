import type { AgentVerdict } from '../agents/verify-agent.js'
import type { CrawlerVerdict } from '../crawlers/classify-crawler.js'
import type { Identity } from './verified.js'

function ofAgent(agent: AgentVerdict): Identity | undefined {
  if (agent.outcome !== 'verified') return undefined
  const { known } = agent
  if (!known) return { state: 'signed', agent: agent.agent }
  return { state: 'verified', verified: { by: 'agent', id: agent.agent, category: known.category } }
}

function ofCrawler(crawler: CrawlerVerdict): Identity | undefined {
  if (crawler.state === 'unknown') return undefined
  const { crawler: id, category } = crawler
  if (crawler.state === 'impostor') return { state: 'impostor', claimed: id, category }
  return { state: 'verified', verified: { by: 'crawler', id, category } }
}

/**
 * What both proofs say together, before anything is weighed (BOT-52). A proof of who it is goes before a name that no list knows, and both go before the
 * lie: whoever signs as an agent and carries a crawler's name in its user agent is that agent.
 */
export function resolveIdentity(crawler: CrawlerVerdict, agent: AgentVerdict): Identity {
  const found = [ofAgent(agent), ofCrawler(crawler)].filter((identity) => identity !== undefined)
  return (
    found.find(({ state }) => state === 'verified') ?? found.find(({ state }) => state === 'signed') ?? found[0] ?? { state: 'unknown' }
  )
}
