import type { AppDeps } from './app.js'
import { pastVerdict } from './core/rules/resolution/past-verdict.js'
import { makeSecretKey } from './keys/secret-key.js'
import type { ControlDeps } from './routes/control/deps.js'
import { ruleFields } from './rule-fields.js'

/** Sessions that a draft of a rule is tried on: enough to see a change of a percent, and some 50 ms of work. */
const PREVIEWED = 500

/** What the control plane works with, of what the server has. */
export function composeControl({ stores, apiKeys, random, clock }: Pick<AppDeps, 'stores' | 'apiKeys' | 'random' | 'clock'>): ControlDeps {
  return {
    ...stores,
    keys: apiKeys,
    fields: ruleFields,
    random,
    clock,
    makePrivateKey: (projectId) => makeSecretKey(projectId, random),
    past: async (projectId, threshold) =>
      (await stores.verdicts.recent(projectId, PREVIEWED)).map((record) => pastVerdict(record, threshold, ruleFields)),
  }
}
