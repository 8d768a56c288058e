import type { EpochSeconds, Ms } from '../../shared/units.js'
import { type AgentPolicy, defaultAgentPolicy } from '../core/agents/agent-policy.js'
import { type ClaimNonce, createClaimNonce } from '../core/agents/claim-nonce.js'
import { createDirectoryCache } from '../core/agents/directory/directory-cache.js'
import { fetchDirectory } from '../core/agents/directory/fetch-directory.js'
import { findKnownAgent } from '../core/agents/known-agents.js'
import type { RequestMessage } from '../core/agents/message/http-message.js'
import { type AgentVerdict, verifyAgent } from '../core/agents/verify-agent.js'
import type { Send } from '../core/outbound/ports.js'
import { withinTime } from '../outbound/within-time.js'
import type { ReplayGuard } from '../stores/ports.js'

export interface AgentVerifierOptions {
  /** `openOutbound`'s, which holds the same `loopback` and `ports` as the policy. */
  readonly send: Send
  readonly nonces: ReplayGuard
  /** What differs from `defaultAgentPolicy`. */
  readonly policy?: Partial<AgentPolicy>
}

export interface AgentVerifier {
  /** See `verifyAgent`. Never rejects; answers within a second and a half, whatever its directories do. @param authorities of the project's origins */
  verify(request: RequestMessage, authorities: readonly string[], now: EpochSeconds): Promise<AgentVerdict>
  /** See `createClaimNonce`: before something is done because of a verdict. */
  readonly claim: ClaimNonce
}

/** What one process remembers: directories of some keys of some hundred bytes, a few megabytes at most. */
const LIMITS = { entries: 512, keys: 4096, fetches: 16, fetchesPerHost: 4 } as const

/** A visitor waits: three signatures whose directories do not answer wait no longer than one. What is fetched late is known to the next request. */
const DEADLINE: Ms = 1500

const LATE: AgentVerdict = {
  outcome: 'failed',
  meaning: 'unverified',
  fault: { reason: 'directory', fault: { reason: 'timed-out' } },
}

/** Web Bot Auth on Node, with its own memory of directories: one a process, for all projects. */
export function createAgentVerifier({ send, nonces, policy: changes }: AgentVerifierOptions): AgentVerifier {
  const policy = { ...defaultAgentPolicy, ...changes }
  const isPinned = (host: string): boolean => findKnownAgent(host) !== undefined
  const directories = createDirectoryCache((location, now) => fetchDirectory(location, send, now), { ...LIMITS, isPinned })
  return {
    verify: (request, authorities, now) => withinTime(verifyAgent(request, { policy, directories }, authorities, now), DEADLINE, LATE),
    claim: createClaimNonce(nonces),
  }
}
