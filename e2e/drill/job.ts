import type { Form } from '../support/driver.js'
import type { ToolName } from '../support/machine/tools.js'
import type { Texts } from './page/find-form.js'
import type { SeenVerdict } from './page/record-verdicts.js'

/** What the process of one run is told. */
export interface Job {
  readonly driver: string
  readonly url: string
  readonly attest: string
  readonly siteKey: string
  /** An X display for windows; undefined where there is none, `own` where the run opens one, which ends with it. */
  readonly display?: string | undefined
  /** Whether somebody wants to know of each {@link Step}. */
  readonly isWatched?: boolean
  readonly form?: Form | undefined
  readonly texts: Texts
}

/** How one run ended, as its process tells. */
export type Ending =
  | { readonly outcome: 'seen'; readonly verdict?: SeenVerdict | undefined; readonly screenshot?: string | undefined }
  /** Something that the driver needs is not here. */
  | { readonly outcome: 'missing'; readonly needs: Need }
  | { readonly outcome: 'broke'; readonly fault: string; readonly screenshot?: string | undefined }

/** A package of npm or a program. */
export type Need = { readonly npm: string } | { readonly program: ToolName } | { readonly said: string }

/** What a run tells while it goes on. Texts are fit to be shown. */
export type Step =
  /** The page has loaded, and its form was found. */
  | { readonly step: 'opened'; readonly fields: number }
  /** Into the next field. */
  | { readonly step: 'types'; readonly text: string }
  | { readonly step: 'sends' }
  /** The page was given a verdict. */
  | { readonly step: 'hears'; readonly verdict: SeenVerdict }
  /** What the window shows, in base64. */
  | { readonly step: 'picture'; readonly picture: string }
