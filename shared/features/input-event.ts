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
  | Char
  | TextInput
  | Focus
  | Hide
  | Submit

/** `other`: what nothing is asked of. Assistive technology, what says of itself no kind, and pens in browsers whose pens nobody has seen. */
export type PointerKind = 'mouse' | 'touch' | 'pen' | 'other'

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

interface Measured extends Positioned {
  /** The page's pixels are not the screen's (browser zoom, pinch zoom, a dense screen): then positions may be fractional. */
  readonly zoomed: boolean
  /** The page's coordinates are the screen's, as where a window without a frame stands in the screen's corner. */
  readonly flush: boolean
}

/** Where a press fell in the element that received it: offset from its centre, and its size. */
export interface Offset {
  readonly dx: Px
  readonly dy: Px
  readonly width: Px
  readonly height: Px
}

export interface PointerMove extends Measured {
  readonly kind: 'move'
  /** Hardware samples that the browser merged into this event (`getCoalescedEvents().length`); 0 where it does not say. */
  readonly samples: number
}
export interface PointerDown extends Measured {
  readonly kind: 'down'
  /** 0 to 1: what a finger or pen exerts, 0.5 for a mouse. */
  readonly pressure: number
  readonly offset: Offset
  /** The device says that it has a touch screen (`navigator.maxTouchPoints`), at this moment. */
  readonly touchable: boolean
}
export interface PointerUp extends Positioned {
  readonly kind: 'up'
  /** The page had the focus: if it had none before, the press has given it. */
  readonly focused: boolean
}
export interface Click extends At {
  readonly kind: 'click'
  /** On the button that sends a form. */
  readonly sends: boolean
}
export interface Wheel extends At {
  readonly kind: 'wheel'
  readonly deltaY: number
  /** The legacy `wheelDeltaY`: ±120 for each notch of a notched wheel; 0 where the browser has none. */
  readonly legacyDelta: number
  readonly flush: boolean
}
/** The page itself was scrolled. */
export interface Scroll extends At {
  readonly kind: 'scroll'
  /** How far down the page is scrolled, in heights of the window. */
  readonly top: number
  /** About how many words stand on one height of the window: how much there is to read. NaN where nobody has counted, or there are too many. */
  readonly words: number
}
export interface KeyDown extends At {
  readonly kind: 'key-down'
  /** Shift, Control and their like, which type nothing by themselves. */
  readonly modifier: boolean
  /** It is a Shift key, in a browser whose Shift keys say of themselves that Shift is down. */
  readonly shifts: boolean
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
/** A character was typed (`keypress`), in a browser that does so in the moment of the key. */
export interface Char extends At {
  readonly kind: 'char'
}
/** A change of a field's text: how it came about, never which text. */
export interface TextInput extends At {
  readonly kind: 'input'
  /** `insert` is what typing does; replaced (spelling, some autofill) and dropped text is `other`. */
  readonly cause: 'insert' | 'paste' | 'delete' | 'other'
  /** More than one character came at once. */
  readonly several: boolean
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
