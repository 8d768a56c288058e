import type { Key } from '../../../../shared/features/gestures/gesture.js'
import type { Ms, Px, Seconds } from '../../../../shared/units.js'

/** A click by a pointer: no key made it, and no label. */
export interface PressGesture {
  /** From the centre of what it hit; NaN where that is not known. */
  readonly offset: Px
  /** Whether what was clicked had been hovered; NaN where hovers, or what was clicked, were not posted. */
  readonly hovered: boolean | number
  /** Since it was; NaN where it was not. */
  readonly dwell: Ms
  /** From where the pointer was last; NaN where it never was anywhere. */
  readonly far: Px
}

/** A key that types or edits, and is not held down. `interval` is the posted `delay_ms`, else the time since the key before. */
export interface KeyGesture extends Key {
  /** The interval of the key before; NaN where there is none. */
  readonly before: Ms
  readonly deletes: boolean
}

export interface WheelGesture {
  readonly interval: Ms
  readonly pause: Ms
  /** Delta and pause (or interval, where no pause is posted) are those of the one before; NaN for the first. */
  readonly same: boolean | number
  /** A delta that its mode cannot have; NaN where either is not known. */
  readonly odd: boolean | number
}

/** A page that was entered and left. */
export interface PageGesture {
  readonly words: number
  readonly dwell: Seconds
}

/** Any event at all. */
export interface AnyGesture {
  /** It contradicts the order of things: earlier than the one posted before it, or a key whose `delay_ms` is not its distance from the last. */
  readonly disordered: boolean
  /** NaN where `isTrusted` was not posted. */
  readonly untrusted: boolean | number
}

/**
 * Somebody, or something, decided to: a click, a Tab, an arrow or an Enter. Keys of a text and turns of the wheel are not: they go on with what was
 * decided before, in times of their own.
 */
export interface DeedGesture {
  /** Since the last click, key or wheel. */
  readonly gap: Ms
  /** How many came before it. */
  readonly index: number
}

export interface PostedGestures {
  press: PressGesture
  key: KeyGesture
  wheel: WheelGesture
  page: PageGesture
  any: AnyGesture
  deed: DeedGesture
}

export type EmitPosted = <K extends keyof PostedGestures>(kind: K, gesture: PostedGestures[K]) => void
