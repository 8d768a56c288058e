import type { FunctionComponent } from 'preact'
import type { Me, ProjectSummary } from '../../wire/login.js'
import type { Params } from '../router.js'

/** Parts of the menu, in their order. */
export const groups = ['Watch', 'Decide', 'Connect', 'You'] as const

export interface ViewProps {
  readonly me: Me
  readonly project: ProjectSummary
  /** What stands in the address. */
  readonly params: Params
  readonly query: URLSearchParams
}

/** One view: an address, what shows it, and its place in the menu. */
export interface View {
  /** Below `/dashboard`; words that begin with a colon stand for anything. */
  readonly pattern: string
  readonly menu?: { readonly group: (typeof groups)[number]; readonly words: string }
  /** The pattern of the view in the menu that it belongs to. */
  readonly under?: string
  readonly show: FunctionComponent<ViewProps>
}
