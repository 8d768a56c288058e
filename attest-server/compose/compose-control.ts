import type { EpochSeconds } from '../../shared/units.js'
import { eraseSession } from '../core/control/erase-session.js'
import type { Random } from '../core/ids.js'
import { pastVerdict } from '../core/rules/resolution/past-verdict.js'
import type { ApiKeys } from '../keys/api-keys.js'
import { OVERLAP } from '../keys/rotate.js'
import type { NewSecretKey } from '../keys/secret-key.js'
import type { ControlDeps } from '../routes/control/deps.js'
import type { SessionService } from '../sessions/create-session-service.js'
import type { Stores } from '../stores/ports.js'
import { ruleFields } from './rule-fields.js'

/** What of the server the control plane is made of. */
interface Parts {
  readonly stores: Stores
  readonly apiKeys: ApiKeys
  readonly random: Random
  readonly clock: () => EpochSeconds
  readonly yieldTurn: () => Promise<void>
  readonly makePrivateKey: (projectId: string) => Promise<NewSecretKey>
  /** Left out on the command line: a server that runs beside it forgets within a minute. */
  readonly sessions?: Pick<SessionService, 'onErased'>
}

/** Sessions that a draft of a rule is tried on: enough to see a change of a percent, and at most a second of work in slices. */
const PREVIEWED = 500

/** For the routes and for the command line: both do the same. */
export function composeControl({ stores, apiKeys, random, clock, yieldTurn, makePrivateKey, sessions }: Parts): ControlDeps {
  return {
    ...stores,
    keys: apiKeys,
    async erase(projectId, session) {
      const erased = await eraseSession(stores, projectId, session)
      sessions?.onErased(projectId, session)
      return erased
    },
    fields: ruleFields,
    revocationLife: OVERLAP,
    yieldTurn,
    random,
    clock,
    makePrivateKey,
    past: async (projectId, threshold) =>
      (await stores.verdicts.recent(projectId, PREVIEWED)).map((record) => pastVerdict(record, threshold, ruleFields)),
  }
}
