import type { EpochSeconds } from '../../../shared/units.js'
import type { ClaimNonce } from '../agents/claim-nonce.js'
import { checkContentDigest } from '../agents/message/content-digest.js'
import type { RequestMessage } from '../agents/message/http-message.js'
import type { AgentVerdict } from '../agents/verify-agent.js'
import { type CrawlerVerdict, classifyCrawler } from '../crawlers/classify-crawler.js'
import type { CrawlerDeps } from '../crawlers/ports.js'
import { resolveIdentity } from './resolve-identity.js'
import type { Identity } from './verified.js'

/** Checks signatures of agents, with a memory of directories and nonces: `createAgentVerifier`. */
export interface AgentProofs {
  verify(request: RequestMessage, authorities: readonly string[], now: EpochSeconds): Promise<AgentVerdict>
  readonly claim: ClaimNonce
}

export interface IdentifyDeps {
  readonly crawlers: CrawlerDeps
  /** Undefined: signatures are left aside. */
  readonly agents: AgentProofs | undefined
}

/** A request whose sender is asked for: one that came here, or one that somebody describes. */
export interface Sender {
  /** With all of its headers, as the client addressed it. */
  readonly message: RequestMessage
  /** Where it came from; undefined where that was only guessed: then no crawler is proved, and none is called a liar. */
  readonly address: string | undefined
  /** The names under which the site is reached, as `@authority` has them: a signature for another proves nothing. */
  readonly authorities: readonly string[]
  /** Held against the digest where the signature covers one; undefined where it was never here. */
  readonly body?: Uint8Array
  /** Whether something is done because of a proof. Asked only where there is one; then its nonce is used up, and the same request proves nothing a second time. */
  acts(): Promise<boolean>
}

/** Who sent a request, as far as it can be proved. Answers in some seconds at most. @throws StoreUnavailable where a nonce cannot be claimed. */
export type Identify = (sender: Sender, now: EpochSeconds) => Promise<Identity>

const ABSENT: AgentVerdict = { outcome: 'absent' }

async function isOfBody({ message, body }: Sender, covered: readonly string[]): Promise<boolean> {
  if (body === undefined || !covered.includes('"content-digest"')) return true
  return (await checkContentDigest(message.headers.get('content-digest') ?? '', body)).ok
}

/** What the signature says of this request, and not of an earlier one or of another body. Who is on no list passes nowhere by it: its nonces fill no store. */
async function agentOf(sender: Sender, { agents }: IdentifyDeps, now: EpochSeconds): Promise<AgentVerdict> {
  const verdict = (await agents?.verify(sender.message, sender.authorities, now)) ?? ABSENT
  if (!agents || verdict.outcome !== 'verified') return verdict
  if (!(await isOfBody(sender, verdict.covered))) return ABSENT
  if (!verdict.known || !(await sender.acts())) return verdict
  const claim = await agents.claim(verdict, now)
  return claim === 'used' || claim === 'crowded' ? ABSENT : verdict
}

async function crawlerOf({ message, address }: Sender, { crawlers }: IdentifyDeps): Promise<CrawlerVerdict> {
  const userAgent = message.headers.get('user-agent')
  if (address === undefined || userAgent === undefined) return { state: 'unknown' }
  return classifyCrawler(address, userAgent, crawlers)
}

/** The one way in which all surfaces learn who sent a request, before anything is weighed (BOT-52). */
export const createIdentify =
  (deps: IdentifyDeps): Identify =>
  async (sender, now) => {
    const [crawler, agent] = await Promise.all([crawlerOf(sender, deps), agentOf(sender, deps, now)])
    return resolveIdentity(crawler, agent)
  }
