import type { ToolName } from '../../support/machine/tools.js'
import type { Stage } from './stage.js'

/** An example of docs/examples, and how it is tried. */
export interface Example {
  /** Its folder, and what it is in there where there are several. */
  readonly name: string
  /** Programs without which it cannot run. */
  readonly needs: readonly ToolName[]
  /** Takes too long for every run: with `--all` only, or by its name. */
  readonly isSlow?: boolean
  /** @returns what was found to be as it should, in a few words @throws Error with what is not */
  run(stage: Stage): Promise<string>
}
