import type { Scorecard } from '../../../shared/scorecard/scorecard.js'
import type { Projects, ReplayGuard, Settings } from '../../stores/ports.js'
import type { Observer } from '../observer.js'
import type { ObserveFacts, TokenSealer } from '../ports.js'
import type { VerdictDeps } from '../verdict.js'

/** What the path without JavaScript works with. */
export interface NoscriptDeps extends VerdictDeps {
  readonly projects: Pick<Projects, 'bySiteKey'>
  readonly sealer: TokenSealer
  readonly replays: ReplayGuard
  readonly settings: Pick<Settings, 'of'>
  readonly observeFacts: ObserveFacts
  /** The server card. */
  readonly card: Scorecard
  readonly observer: Observer
}
