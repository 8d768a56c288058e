import type { Ms, Px } from '../../../../shared/units.js'

/** What a key is, and never which: all that is kept of it. `composed` is of an input method or a keyboard on the screen, whose times are its own. */
export type KeyClass = 'letter' | 'digit' | 'space' | 'backspace' | 'enter' | 'nav' | 'modifier' | 'composed' | 'other'

interface At {
  /** Absent where no time was posted, or none that is one. On whatever clock the page has: see `SessionState.clock`. */
  readonly t?: Ms
  /** `isTrusted`; absent where it was not posted, which says nothing. */
  readonly trusted?: boolean
}

/** A name of the page's, as a number: equal names are equal, and nothing else is known of them. */
export type NameHash = number

export interface PostedMove extends At {
  readonly type: 'mousemove'
  readonly x: Px
  readonly y: Px
}
export interface PostedClick extends At {
  readonly type: 'click'
  readonly x?: Px
  readonly y?: Px
  /** From the centre of what was clicked; absent where either place is not known. */
  readonly dx?: Px
  readonly dy?: Px
  readonly element?: NameHash
}
export interface PostedKey extends At {
  readonly type: 'keydown'
  readonly key: KeyClass
  /** Since the key before. */
  readonly delay?: Ms
  /** The key is held down (`KeyboardEvent.repeat`). */
  readonly repeat?: boolean
}
export interface PostedScroll extends At {
  readonly type: 'scroll'
  readonly delta?: number
  /** `WheelEvent.deltaMode`: 0 pixels, 1 lines, 2 pages. What is none of these is kept as it is. */
  readonly mode?: number
  readonly pause?: Ms
  readonly top?: Px
}
export interface PostedHover extends At {
  readonly type: 'hover'
  readonly element?: NameHash
}
export interface PostedFingerprint extends At {
  readonly type: 'fingerprint'
  /** What the object says, in our own words (`fingerprint/`): the object itself is dropped. */
  readonly tells: Readonly<Record<string, boolean | number>>
}
export interface PostedEnter extends At {
  readonly type: 'page_enter'
  readonly words?: number
  /** What its name says that it is for (`visit.*`): the name itself is dropped. */
  readonly purposes: readonly string[]
}
export interface PostedLeave extends At {
  readonly type: 'page_leave'
}

/** LAB-10…17, after parsing: numbers that are numbers, classes for keys, hashes for names. What was not posted is absent, never a default. */
export type PostedEvent = PostedMove | PostedClick | PostedKey | PostedScroll | PostedHover | PostedFingerprint | PostedEnter | PostedLeave

export type PostedType = PostedEvent['type']
