import type { EpochSeconds } from '../../shared/units.js'
import { type AgentPolicy, defaultAgentPolicy } from '../core/agents/agent-policy.js'
import { createDirectoryCache } from '../core/agents/directory/directory-cache.js'
import { fetchDirectory } from '../core/agents/directory/fetch-directory.js'
import { findKnownAgent } from '../core/agents/known-agents.js'
import type { RequestMessage } from '../core/agents/message/http-message.js'
import { type AgentVerdict, verifyAgent } from '../core/agents/verify-agent.js'
import type { ReplayGuard } from '../stores/ports.js'
import { createDial, type DialOptions } from './dial.js'
import { createResolveHost } from './resolve-host.js'

export interface AgentVerifierOptions extends DialOptions {
  /** See `AgentPolicy`. */
  readonly authorities: readonly string[]
  readonly nonces: ReplayGuard
  /** What differs from `defaultAgentPolicy`. */
  readonly policy?: Partial<AgentPolicy>
  /** Name servers; those of the machine where there are none. */
  readonly nameServers?: readonly string[]
}

/** See `verifyAgent`: once a request; throws `StoreUnavailable`, and nothing else. */
export type VerifyAgent = (request: RequestMessage, now: EpochSeconds) => Promise<AgentVerdict>

/** A few megabytes at most: a directory has some keys of some hundred bytes. */
const LIMITS = { entries: 512, fetches: 16, fetchesPerHost: 4 } as const

/** Web Bot Auth on Node, with its own memory of directories: one a process. */
export function createAgentVerifier({ authorities, nonces, policy: changes, nameServers, ...dialing }: AgentVerifierOptions): VerifyAgent {
  const policy = { ...defaultAgentPolicy(authorities), ...changes }
  const ports = { dial: createDial(dialing), resolve: createResolveHost(nameServers) }
  const isPinned = (host: string): boolean => findKnownAgent(host) !== undefined
  const directories = createDirectoryCache((location, now) => fetchDirectory(location, ports, policy, now), { ...LIMITS, isPinned })
  return (request, now) => verifyAgent(request, { policy, directories, nonces }, now)
}
