import type { Meter } from './meter.js'

/** Whom all attackers attack: the same page, action and origin, of a project of their own each, so that none meets another's traces. */
export interface Target {
  /** Origin of the attest-server. */
  readonly url: string
  /** `pk_…` */
  readonly siteKey: string
  /** Where the page that is attacked stands. */
  readonly origin: string
  /** Another page of the same project, where nothing is to be had. */
  readonly cheapOrigin: string
  /** What is attacked. */
  readonly action: string
  /** What an attacker computes goes through it. */
  readonly meter: Meter
  /** How often it will be tried. */
  readonly tries: number
  /** Another project, which the attacker owns. @returns its site key */
  ownProject(origin: string): Promise<string>
  /** Shows a verdict to the Relying Party as its rightful owner does. @returns whether it was accepted */
  spend(token: string, proof?: string): Promise<boolean>
  /** Lets so many ms pass. */
  wait(ms: number): Promise<unknown>
}

/** What a try has to show for itself. */
export interface Loot {
  /** The verdict that the Relying Party is shown; undefined where there is none. */
  readonly token?: string | undefined
  /** Of possession, for whoever asks. */
  readonly proof?: string | undefined
  /** The verdict's action, or the code of the problem. */
  readonly end: string
}

/** An attack that is prepared. */
export interface Attack {
  /** @throws when it cannot be made, which is no success of the defence */
  attempt(n: number): Promise<Loot>
  /** Ends what it started. */
  stop?(): Promise<void>
}

/** What a verdict costs an attacker. */
export interface Cost {
  /** Processor time of what it computes itself, in ms: not what its browsers, signatures and sockets take. */
  readonly cpu: number
  /** That it tries. */
  readonly hashes: number
  /** From the first request to the verdict, with others at the same time: in s. */
  readonly seconds: number
}

/** What remains of an attack, and what holds it. Both bounds are checked. */
export interface Residual {
  /** Why it succeeds today, and what bounds it or will. */
  readonly why: string
  /** The largest share of tries that may succeed. */
  readonly most: number
  /** What a verdict must cost at least. Hashes are the same on every machine; the others are for what needs none. */
  readonly least: Partial<Cost>
}

/** Somebody who wants a verdict that they should not get. One a file; listed in `index.ts`. */
export interface Attacker {
  readonly name: string
  /** What they have and do, in a sentence. */
  readonly does: string
  /** Only where more than one try in a hundred succeeds today: the list of what is not defended. */
  readonly residual?: Residual
  /** The most tries, where each takes seconds. */
  readonly mostTries?: number
  /** Works in a browser: the page that it attacks is served, at `origin`. */
  readonly inBrowser?: true
  /** The Relying Party asks for proof of possession (docs/verdict.md). */
  readonly isAskedForKey?: true
  /** The project delays enforcement, and the Relying Party asks what was decided (docs/control-plane.md). */
  readonly isFollowedUp?: true
  /** How many tries at the same time; 4 where it says nothing. */
  readonly atOnce?: number
  /** Prepares: captures, keys, libraries. @throws when that cannot be had */
  start(target: Target): Promise<Attack>
}
