import type { Accumulator, Feature } from '../feature.js'
import type { InputEvent, KeyClass, Offset, PointerKind } from '../input-event.js'

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
  samples: 2,
  pressure: 0,
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
  contact: 1,
  offset: nowhere,
  focused: true,
  ...more,
})
export const up = (t: number, x: number, y: number, pointer: PointerKind = 'mouse'): Of<'up'> => ({
  kind: 'up',
  t,
  x,
  y,
  trusted: true,
  pointer,
})
export const click = (t: number, more: Partial<Of<'click'>> = {}): Of<'click'> => ({ kind: 'click', t, trusted: true, detail: 1, ...more })
export const wheel = (t: number, deltaY: number, legacyDelta: number): Of<'wheel'> => ({
  kind: 'wheel',
  t,
  trusted: true,
  deltaY,
  legacyDelta,
  mode: 0,
})
export const scroll = (t: number, y: number): Of<'scroll'> => ({ kind: 'scroll', t, trusted: true, y })
export const input = (t: number, more: Partial<Of<'input'>> = {}): Of<'input'> => ({
  kind: 'input',
  t,
  trusted: true,
  cause: 'insert',
  length: 1,
  composing: false,
  ...more,
})
export const submit = (t: number): Of<'submit'> => ({ kind: 'submit', t, trusted: true })
export const keyDown = (t: number, press = 0, more: Partial<Of<'key-down'>> = {}): Of<'key-down'> => ({
  kind: 'key-down',
  t,
  trusted: true,
  key: 'letter',
  press,
  repeat: false,
  upper: false,
  shift: false,
  capsLock: false,
  physical: true,
  composing: false,
  ...more,
})
export const keyUp = (t: number, press = 0, key: KeyClass = 'letter'): Of<'key-up'> => ({ kind: 'key-up', t, trusted: true, key, press })

/** @returns what the feature reads after these events, or `undefined` where that is unsupported. */
export function readingOf(feature: Feature, events: Iterable<InputEvent>): number | undefined {
  const accumulator: Accumulator = feature.start()
  for (const event of events) if (feature.hears.includes(event.kind)) accumulator.push(event)
  const observation = accumulator.read()
  return observation.state === 'ok' ? observation.value : undefined
}
