import type { Ms, Px } from '../../units.js'
import type { Char, Click, InputEvent, KeyDown, Offset, PointerDown, PointerMove, Submit } from '../input-event.js'

/** Two moves of the mouse, one after the other: no rest, no press and no repeated place between. At most 45 ms apart. */
export interface Step {
  readonly dx: Px
  readonly dy: Px
  readonly dt: Ms
  readonly length: Px
  /** px/ms */
  readonly speed: number
  /** Change of direction since the step before, in rad from −π to π; NaN for the first. */
  readonly turn: number
  /** Length of the step before; NaN for the first. */
  readonly before: Px
  /** Change of speed since the step before, and the change before that one; NaN where there is none. */
  readonly gain: number
  readonly gainBefore: number
  /** Hardware samples that the browser merged into it; 0 where it does not say. */
  readonly samples: number
}

/** Movement of the mouse between two rests or presses, however small. Places are the page's. */
export interface Run {
  readonly steps: number
  /** Where it began. */
  readonly x: Px
  readonly y: Px
  readonly start: Ms
  readonly duration: Ms
  /** Length of the path. */
  readonly length: Px
  /** From its start to its end, as the crow flies. */
  readonly chord: Px
}

/**
 * A run long enough to have a shape: at least 8 steps and 80 px of way. Points are relative to its start. Heard as `path`, for where the
 * hand went, if its chord has 80 px too; and as `stroke`, for how, if its sampling is fine enough for kinematics. Most are both. Reused:
 * a feature keeps nothing of it.
 */
export interface Stroke extends Run {
  /** As they were heard. */
  readonly points: Points
  /** The same, evenly spaced in time; and those smoothed. */
  readonly resampled: Points
  readonly smoothed: Points
  /** Spacing of those: about 20 ms, whatever the mouse and the browser do. */
  readonly spacing: Ms
  /** Between neighbours of `smoothed`, in px/ms; the largest, and its index. */
  readonly speeds: Float64Array
  readonly peak: number
  readonly peakAt: number
  /** One of the strokes just before had the same shape, wherever it was. */
  readonly repeats: boolean
}

export interface Points {
  readonly n: number
  readonly x: Float64Array
  readonly y: Float64Array
}

/** How the mouse got on in an eighth of a second. Reused: a feature keeps nothing of it. */
export interface Glide {
  /** px/ms */
  readonly speed: number
  /** That of the glide before; NaN for the first after a rest or a press. */
  readonly before: number
  /** Change of direction since the glide before, in rad from −π to π; without meaning for the first. */
  readonly turn: number
  /** The one before was faster than both its neighbours. */
  readonly peak: boolean
}

/** A press of the mouse, and what led to it; or of a pen, which is known as if it were the first. */
export interface Press extends PointerDown {
  /** From the press before; NaN for the first, and where another kind of pointer came between. */
  readonly distance: Px
  /** Moves since the press before. */
  readonly moves: number
  /** Since the last move; NaN where there was none since the press before. */
  readonly hover: Ms
  /** Length of the last step to the place of the press; NaN where there was none. */
  readonly landing: Px
  /** The run that ended at it, if one did: how far it went, and how long it took until the press; NaN if none. */
  readonly reach: Px
  readonly time: Ms
  /** Since the page scrolled without a hand; NaN where it did not. */
  readonly scrolled: Ms
}

/** The end of a press of the mouse, or of a pen. */
export interface Release {
  readonly held: Ms
  readonly focused: boolean
}

/** A finger taken off the glass. */
export interface Tap {
  readonly held: Ms
  readonly drift: Px
  /** Where it was put on. */
  readonly offset: Offset
}

/** A press of a physical key that types or edits. Held-down repetition, modifiers and input methods do not count. */
export interface Key extends KeyDown {
  /** Since the key before was pressed; NaN where there is none. */
  readonly interval: Ms
  /** The key before is still down. */
  readonly overlaps: boolean
}

/** A key let go. */
export interface KeyHold {
  readonly held: Ms
}

/** A typed character. */
export interface Typed extends Char {
  /** Since its key was pressed; NaN where no key was. */
  readonly delay: Ms
}

/** A change of a field's text by typing or deleting, outside of input methods. */
export interface Text {
  readonly deletes: boolean
  /** No key press accounts for it. */
  readonly keyless: boolean
  readonly several: boolean
}

/** One event of the wheel or the trackpad. */
export interface Wheeling {
  readonly flush: boolean
  /** Notched wheel: browsers report multiples of 120. All below is NaN or false for trackpads. */
  readonly notch: boolean
  /** Since the notch before; NaN for the first. */
  readonly interval: Ms
  /** Its delta stands in the same ratio to the legacy delta as that of the notch before; NaN for the first. */
  readonly ratioShift: number
  readonly reverses: boolean
  /** Page and screen had other coordinates when the pointer moved last. */
  readonly offset: boolean
}

/** One event of the page that scrolls, by whatever means. */
export interface Scrolling {
  /** It follows a notch; `fresh`: as the first. */
  readonly notched: boolean
  readonly fresh: boolean
  /** The first for a while. */
  readonly begins: boolean
  /** No hand accounts for it. */
  readonly handless: boolean
  /** Words that it went past since the scrolling before, and the time that took; NaN for the first, and where words are not known. */
  readonly words: number
  readonly dt: Ms
}

/** Between two events of any kind, at most 250 ms. */
export interface Interval {
  readonly dt: Ms
  /** Both are moves of the mouse. */
  readonly moves: boolean
}

/** The mouse rested: 150 ms to 10 s between two moves. */
export interface Pause {
  readonly duration: Ms
}

/** A press, or the first key or turn of the wheel after a while. */
export interface Action {
  /** Since the last press, key or wheel; NaN for the first. */
  readonly gap: Ms
  /** Nothing moved in that time but just before its end. */
  readonly still: boolean
}

/** A click, trusted or not. `alone`: a script made it, and no hand had touched anything just before. */
export interface Activation extends Click {
  readonly alone: boolean
}

/** A form is sent. */
export interface Sending extends Submit {
  /** No hand was seen on the page until now, nor text that the browser put in for one. */
  readonly handless: boolean
}

/** What features measure: some raw events as they are, and what was made of them. */
export interface Gestures {
  move: PointerMove
  down: PointerDown
  'key-down': KeyDown
  step: Step
  path: Stroke
  stroke: Stroke
  glide: Glide
  pause: Pause
  interval: Interval
  press: Press
  release: Release
  touch: PointerDown
  tap: Tap
  key: Key
  'key-hold': KeyHold
  typed: Typed
  text: Text
  wheeling: Wheeling
  scrolling: Scrolling
  action: Action
  activation: Activation
  sending: Sending
}

export type Emit = <K extends keyof Gestures>(kind: K, gesture: Gestures[K]) => void

/** One watcher of events: what it does for each kind that it cares for. */
export type Follower = { readonly [K in InputEvent['kind']]?: (event: Extract<InputEvent, { kind: K }>) => void }

/** What happened when last, by the kind of event: NaN where it never did. As it was before the event that is being followed. */
export type Recent = Record<InputEvent['kind'], Ms>
