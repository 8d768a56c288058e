import type { Result } from '../../../shared/result.js'
import type { EpochSeconds } from '../../../shared/units.js'
import type { ConfirmDeps } from '../../core/control/confirm-rule.js'
import type { RuleDesk } from '../../core/control/edit-rules.js'
import type { OwnershipDeps } from '../../core/control/own-project.js'
import type { PreviewDeps } from '../../core/control/preview-rule.js'
import type { ScoringDeps } from '../../core/control/scoring.js'
import type { ExceptionDeps } from '../../core/exceptions/make-exception.js'
import type { RevokeDeps } from '../../core/revocations/revoke.js'
import type { Accounts, ApiKey, Counters, IssuedKind, Projects, Stores, Tier } from '../../stores/ports.js'

/** Keys of the other APIs: `keys/api-keys.ts`. */
export interface KeyDesk {
  issue(
    projectId: string,
    kind: IssuedKind,
    name: string,
    tier: Tier,
  ): Promise<Result<{ readonly key: ApiKey; readonly secret: string }, 'full'>>
  list(projectId: string): Promise<readonly ApiKey[]>
  revoke(projectId: string, id: string): Promise<boolean>
}

/** What the control plane works with. */
export interface ControlDeps extends OwnershipDeps, ScoringDeps, RuleDesk, PreviewDeps, ConfirmDeps, ExceptionDeps, RevokeDeps {
  readonly rules: RuleDesk['rules']
  readonly settings: ScoringDeps['settings']
  readonly projects: Projects
  readonly accounts: Pick<Accounts, 'projectIds' | 'byId'>
  readonly counters: Pick<Counters, 'read'>
  readonly keys: KeyDesk
  readonly erase: Stores['erase']
  readonly clock: () => EpochSeconds
}
