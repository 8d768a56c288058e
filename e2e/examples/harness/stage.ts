import type { Page } from 'playwright'
import type { Attest } from './attest.js'

/** What all examples share: the attest-server, a browser, and real verdicts of it for one site. */
export interface Stage {
  readonly attest: Attest
  /** Where the verdicts were made. */
  readonly origin: string
  /** A real verdict, for the action `sign-up`, which nobody has used. */
  verdict(): Promise<string>
  /** The claims of a real one, as a pattern for others, with an id of its own. */
  claims(): Promise<Readonly<Record<string, unknown>>>
  /** A new page in a real browser, with a memory of what it complains about. */
  page(): Promise<{ readonly page: Page; readonly complaints: readonly string[] }>
  close(): Promise<void>
}
