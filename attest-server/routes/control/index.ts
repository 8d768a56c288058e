import type { Surface } from '../http/surface.js'
import { accountEndpoint, userEndpoint } from './account.js'
import type { ControlDeps } from './deps.js'
import { enforcementEndpoint } from './enforcement.js'
import { exceptionEndpoint, exceptionsEndpoint } from './exceptions.js'
import { controlFault, controlFaultSchema } from './faults.js'
import { keyEndpoint, keysEndpoint } from './keys.js'
import { movementEndpoint } from './movement.js'
import { previewEndpoint } from './preview.js'
import { revocationsEndpoint } from './revocations.js'
import { confirmEndpoint, ruleEndpoint, rulesEndpoint } from './rules.js'
import { rotateEndpoint, scoringEndpoint, settingsEndpoint } from './scoring.js'
import { eraseEndpoint } from './sessions.js'
import { usageEndpoint } from './usage.js'

/** What an account's owner decides about its projects. */
export function controlSurface(deps: ControlDeps): Surface {
  return {
    name: 'control',
    summary: 'Accounts, scoring, enforcement, rules, keys, exceptions, revocation and deletion, with an account’s token.',
    prefixes: ['/v1/projects', '/v1/account', '/user'],
    endpoints: [
      accountEndpoint(deps),
      userEndpoint(deps),
      scoringEndpoint(deps),
      rotateEndpoint(deps),
      settingsEndpoint(deps),
      enforcementEndpoint(deps),
      movementEndpoint(deps),
      rulesEndpoint(deps),
      // Before the address with a rule's id, which it would be one of.
      previewEndpoint(deps),
      ruleEndpoint(deps),
      confirmEndpoint(deps),
      keysEndpoint(deps),
      keyEndpoint(deps),
      exceptionsEndpoint(deps),
      exceptionEndpoint(deps),
      revocationsEndpoint(deps),
      eraseEndpoint(deps),
      usageEndpoint(deps),
    ],
    faultResponse: controlFault,
    faultSchema: controlFaultSchema,
  }
}
