import type { PostAnswer } from './site/proxy.js'

export type Action = 'allow' | 'challenge' | 'block'

/** The sign-up page as a driver finds it. */
export interface Site {
  /** The page to open: the demo's root, through a proxy of this run's own. */
  readonly url: string
  /** Origin of the attest-server. */
  readonly attest: string
  readonly siteKey: string
  /** An X display for drivers with a window. */
  readonly display: string
  /** A new empty folder, for a browser's profile. */
  readonly folder: string
  /** Resolves when the page has been asked for. @throws when it is not within `within` ms */
  opened(within: number): Promise<void>
  /** Where there is one, the driver asks it for the form, and for the answer, instead of us. */
  readonly onlooker?: Onlooker
  /** What the backend answered to the form; undefined when it was not posted within `within` ms. */
  answer(within: number): Promise<PostAnswer | undefined>
}

/** What goes into a form, and where; elements are named by CSS selectors. */
export interface Form {
  readonly fields: readonly { readonly selector: string; readonly text: string }[]
  /** The button that sends it. */
  readonly submit: string
}

/** What can be seen of a page by way of the tool that drives it. */
export interface Sight {
  /** The value of an expression in the page: a text, a number, or nothing. */
  evaluate(expression: string): Promise<unknown>
  /** What the window shows, as PNG or JPEG; undefined where there is no picture to be had. */
  screenshot(): Promise<Uint8Array | undefined>
}

/** Looks on by the driver's own means, where no proxy stands before the site to do so: see `e2e/drill/`. */
export interface Onlooker {
  /** Finds the form of a page that has loaded. @throws when there is none, or the page is not the one that was asked for */
  loaded(page: Sight): Promise<Form>
  /** @throws when the page is not on its origin any more: nothing more is done to it */
  stay(page: Sight): Promise<void>
  /** Resolves when the verdict that the form was sent with is known, or none comes. */
  sent(page: Sight): Promise<void>
}

/** What a driver saw itself. The action that counts is the backend's, which the proxy notes. */
export interface Outcome {
  /** `html[data-vouchsafe-action]` before the form was touched, where the driver could read it. */
  readonly atLoad?: string | undefined
}

/** A person whose recordings a driver replays, by the names that the data has. */
export interface Replayed {
  readonly source: string
  readonly user: string
}

/** Something that signs up on the demo, and what it should meet there. One a file, listed in the folder's `index.ts`. */
export interface Driver<Kind extends 'bot' | 'person', Expected extends Action> {
  /** kebab-case, the file's name. */
  readonly name: string
  readonly kind: Kind
  readonly expected: readonly Expected[]
}

/** Where a bot takes hold: of the browser through a debugging protocol, of the page by a script in it, of the desk's mouse and keyboard. */
export type Hook = 'browser' | 'page' | 'desk' | 'no browser'

export interface Bot extends Driver<'bot', 'challenge' | 'block'> {
  readonly hook: Hook
  /** Of one that moves or types as people were recorded to; left out, it replays nobody. */
  readonly replays?: readonly Replayed[]
  /** @throws MissingError when something that it needs is not on this machine */
  run(site: Site): Promise<Outcome>
}

/** How long to wait for the backend's answer after the form was sent, in ms: a harder proof of work on a busy machine included. */
export const ANSWER_WITHIN = 20_000

/** What every driver fills in. */
export const signUp = { email: 'robin.meyer@example.org', password: 'Quiet-River-48' } as const
