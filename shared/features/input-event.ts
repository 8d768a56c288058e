import type { Ms, Px } from '../units.js'

/**
 * What the page's listeners make of a DOM event. There is no field for text, for which key it was, or for what was touched:
 * privacy by type. `t` is the DOM event's own `timeStamp`, in ms on the page's clock, never decreasing by more than reordering does.
 */
export type InputEvent =
  | PointerMove
  | PointerDown
  | PointerUp
  | Click
  | Wheel
  | Scroll
  | KeyDown
  | KeyUp
  | TextInput
  | Focus
  | Hide
  | Submit

export type PointerKind = 'mouse' | 'touch' | 'pen'

interface At {
  readonly t: Ms
  /** `isTrusted`: false for events that a script in the page made. */
  readonly trusted: boolean
}

interface Pointed extends At {
  readonly pointer: PointerKind
}

interface Positioned extends Pointed {
  readonly x: Px
  readonly y: Px
}

/** Where a press fell in the element that received it: offset from its centre, and its size. */
export interface Offset {
  readonly dx: Px
  readonly dy: Px
  readonly width: Px
  readonly height: Px
}

export interface PointerMove extends Positioned {
  readonly kind: 'move'
  /** Hardware samples that the browser merged into this event (`getCoalescedEvents().length`); 0 where it does not say. */
  readonly samples: number
}
export interface PointerDown extends Positioned {
  readonly kind: 'down'
  /** 0 to 1: what a finger or pen exerts, 0.5 for a mouse. */
  readonly pressure: number
  readonly offset: Offset
}
export interface PointerUp extends Pointed {
  readonly kind: 'up'
}
export interface Click extends At {
  readonly kind: 'click'
}
export interface Wheel extends At {
  readonly kind: 'wheel'
  readonly deltaY: number
  /** The legacy `wheelDeltaY`: ±120 for each notch of a notched wheel; 0 where the browser has none. */
  readonly legacyDelta: number
}
/** The page itself was scrolled. */
export interface Scroll extends At {
  readonly kind: 'scroll'
}
export interface KeyDown extends At {
  readonly kind: 'key-down'
  /** Shift, Control and their like, which type nothing by themselves. */
  readonly modifier: boolean
  /** Ties a release to its press: a small number that is reused after the release, not the key's identity. */
  readonly press: number
  readonly repeat: boolean
  /** The key typed an upper-case Latin letter. */
  readonly upper: boolean
  readonly shift: boolean
  readonly capsLock: boolean
  /** A physical key stands behind it (`code` is not empty); false for virtual keyboards. */
  readonly physical: boolean
  readonly composing: boolean
}
export interface KeyUp extends At {
  readonly kind: 'key-up'
  readonly press: number
}
/** A change of a field's text: how it came about, never which text. */
export interface TextInput extends At {
  readonly kind: 'input'
  /** `insert` is what typing does; replaced (spelling, some autofill), dropped and deleted text is `other`. */
  readonly cause: 'insert' | 'paste' | 'other'
  readonly composing: boolean
}
/** Something on the page got the focus. */
export interface Focus extends At {
  readonly kind: 'focus'
}
/** The page was hidden: another tab, another window, a locked screen. */
export interface Hide extends At {
  readonly kind: 'hide'
}
export interface Submit extends At {
  readonly kind: 'submit'
}
