import type { Surface } from '../http/surface.js'
import { beginSessionEndpoint } from './begin-session.js'
import { checkoutEndpoint } from './checkout.js'
import { continueSessionEndpoint } from './continue-session.js'
import type { BehaviourDeps } from './deps.js'
import { behaviourFault, behaviourFaultSchema } from './faults.js'
import { listKeysEndpoint } from './list-keys.js'
import { scoreEndpoint } from './score.js'
import { showSessionEndpoint } from './show-session.js'
import { showUsageEndpoint } from './show-usage.js'
import { signupEndpoint } from './signup.js'
import { verifyBotEndpoint } from './verify-bot.js'

/** Detection Lab's addresses: posted events are scored, and bots verified. */
export function behaviourSurface(deps: BehaviourDeps): Surface {
  return {
    name: 'behaviour',
    summary: 'For clients of Detection Lab: how human, or how much of a bot, posted events are.',
    prefixes: ['/api/score', '/api/verify-bot', '/api/signup', '/api/keys', '/api/usage', '/api/checkout'],
    endpoints: [
      scoreEndpoint(deps),
      verifyBotEndpoint(deps),
      beginSessionEndpoint(deps),
      continueSessionEndpoint(deps),
      showSessionEndpoint(deps),
      signupEndpoint(deps),
      listKeysEndpoint(deps),
      showUsageEndpoint(deps),
      checkoutEndpoint(),
    ],
    faultResponse: behaviourFault,
    faultSchema: behaviourFaultSchema,
  }
}
