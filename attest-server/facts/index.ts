import { deviceAge } from './device/age.js'
import { deviceAgents } from './device/agents.js'
import { deviceAssurance } from './device/assurance.js'
import { deviceNetworks } from './device/networks.js'
import { deviceOverlap } from './device/overlap.js'
import { devicePace } from './device/pace.js'
import { deviceParallel } from './device/parallel.js'
import { deviceSessions } from './device/sessions.js'
import type { Fact } from './fact.js'
import { acceptLanguage } from './http/accept-language.js'
import { clientHints } from './http/client-hints.js'
import { contradictions } from './http/contradictions.js'
import { fetchMetadata } from './http/fetch-metadata.js'
import { headerOrder } from './http/header-order.js'
import { userAgentEngine } from './http/user-agent-engine.js'
import { userAgentLibrary } from './http/user-agent-library.js'
import { networkFacts } from './network-facts.js'
import { powCredit } from './pow/credit.js'
import { powPace } from './pow/pace.js'
import { sessionAnswered } from './session/answered.js'
import { sessionCrowd } from './session/crowd.js'
import { sessionEvidencePace } from './session/evidence-pace.js'
import { sessionNetworkPace } from './session/network-pace.js'
import { sessionRepeats } from './session/repeats.js'
import { sessionRound } from './session/round.js'
import { sessionSilence } from './session/silence.js'
import { sessionSystemPace } from './session/system-pace.js'

/** Every fact that the server itself observes. */
export const facts = [
  fetchMetadata,
  userAgentLibrary,
  userAgentEngine,
  acceptLanguage,
  clientHints,
  headerOrder,
  contradictions,
  powCredit,
  powPace,
  deviceAssurance,
  deviceAge,
  devicePace,
  deviceSessions,
  deviceParallel,
  deviceNetworks,
  deviceAgents,
  deviceOverlap,
  sessionRound,
  sessionEvidencePace,
  sessionAnswered,
  sessionSilence,
  sessionNetworkPace,
  sessionSystemPace,
  sessionRepeats,
  sessionCrowd,
  ...networkFacts,
] as const satisfies readonly Fact[]
