import type { Deployment, DeploymentName } from './deployment.js'
import type { Findings } from './findings.js'

/** What a fault works with. */
export interface Ground {
  /** What runs, and nobody has harmed yet: no server is started. */
  readonly deployment: Deployment
  /** How often it shall happen. */
  readonly runs: number
  readonly findings: Findings
}

/** Something that goes wrong around a server. One a file; listed in `index.ts`. */
export interface Fault {
  readonly name: string
  /** What happens, in a sentence. */
  readonly does: string
  /** What clients see of it; checked. */
  readonly clients: string
  /** On what it can happen: a row for each. */
  readonly on: readonly DeploymentName[]
  /** A run of it takes as long as so many of the quickest: there are as many fewer. 8 where it says nothing. */
  readonly cost?: number
  /** @throws MissingError where this machine lacks what it needs; anything else: it could not be shown. */
  run(ground: Ground): Promise<void>
}
