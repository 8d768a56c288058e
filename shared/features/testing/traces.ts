import type { Accumulator, Feature } from '../feature.js'
import type { InputEvent, Offset, PointerKind } from '../input-event.js'
import { isHeard } from '../start-features.js'

type Of<Kind extends InputEvent['kind']> = Extract<InputEvent, { kind: Kind }>

const nowhere: Offset = { dx: 30, dy: 8, width: 200, height: 40 }

/** Events for tests, with everything filled in as a person's mouse and keyboard would have it. */
export const move = (t: number, x: number, y: number, more: Partial<Of<'move'>> = {}): Of<'move'> => ({
  kind: 'move',
  t,
  x,
  y,
  trusted: true,
  pointer: 'mouse',
  samples: 1,
  ...more,
})
export const down = (t: number, x: number, y: number, more: Partial<Of<'down'>> = {}): Of<'down'> => ({
  kind: 'down',
  t,
  x,
  y,
  trusted: true,
  pointer: 'mouse',
  pressure: 0.5,
  offset: nowhere,
  ...more,
})
export const up = (t: number, pointer: PointerKind = 'mouse'): Of<'up'> => ({ kind: 'up', t, trusted: true, pointer })
export const click = (t: number, more: Partial<Of<'click'>> = {}): Of<'click'> => ({ kind: 'click', t, trusted: true, ...more })
export const wheel = (t: number, deltaY: number, legacyDelta: number): Of<'wheel'> => ({
  kind: 'wheel',
  t,
  trusted: true,
  deltaY,
  legacyDelta,
})
export const scroll = (t: number): Of<'scroll'> => ({ kind: 'scroll', t, trusted: true })
export const input = (t: number, more: Partial<Of<'input'>> = {}): Of<'input'> => ({
  kind: 'input',
  t,
  trusted: true,
  cause: 'insert',
  composing: false,
  ...more,
})
export const submit = (t: number): Of<'submit'> => ({ kind: 'submit', t, trusted: true })
export const keyDown = (t: number, press = 0, more: Partial<Of<'key-down'>> = {}): Of<'key-down'> => ({
  kind: 'key-down',
  t,
  trusted: true,
  modifier: false,
  press,
  repeat: false,
  upper: false,
  shift: false,
  capsLock: false,
  physical: true,
  composing: false,
  ...more,
})
export const keyUp = (t: number, press = 0): Of<'key-up'> => ({ kind: 'key-up', t, trusted: true, press })

/** @returns what the feature computes after these events, within its range but not yet on its scale, or `undefined` where it has too few. */
export function readingOf(feature: Feature, events: Iterable<InputEvent>): number | undefined {
  const accumulator: Accumulator = feature.start()
  for (const event of events) if (isHeard(feature, event)) accumulator.push(event)
  const value = accumulator.read()
  const [min, max] = feature.range
  return Number.isFinite(value) ? Math.min(max, Math.max(min, value)) : undefined
}
