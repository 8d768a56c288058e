import { features } from '../index.js'
import type { InputEvent, Offset, PointerKind } from '../input-event.js'
import type { Feature } from '../reading/feature.js'
import { startFeatures } from '../reading/start-features.js'

type Of<Kind extends InputEvent['kind']> = Extract<InputEvent, { kind: Kind }>

const nowhere: Offset = { dx: 30, dy: 8, width: 200, height: 40 }

/** Events for tests, with everything filled in as a person's mouse and keyboard would have it. */
export const move = (t: number, x: number, y: number, more: Partial<Of<'move'>> = {}): Of<'move'> => ({
  kind: 'move',
  t,
  x,
  y,
  trusted: true,
  ...{ pointer: 'mouse', samples: 1, zoomed: false, flush: false },
  ...more,
})
export const down = (t: number, x: number, y: number, more: Partial<Of<'down'>> = {}): Of<'down'> => ({
  kind: 'down',
  t,
  x,
  y,
  trusted: true,
  ...{ pointer: 'mouse', pressure: 0.5, offset: nowhere, zoomed: false, flush: false, touchable: false },
  ...more,
})
/** Where it was is unknown unless told. */
export const up = (t: number, pointer: PointerKind = 'mouse', more: Partial<Of<'up'>> = {}): Of<'up'> => ({
  ...{ kind: 'up', t, trusted: true, pointer, x: Number.NaN, y: Number.NaN, focused: true },
  ...more,
})
export const click = (t: number, more: Partial<Of<'click'>> = {}): Of<'click'> => ({
  ...{ kind: 'click', t, trusted: true, sends: false },
  ...more,
})
export const wheel = (t: number, deltaY: number, legacyDelta: number, flush = false): Of<'wheel'> => ({
  ...{ kind: 'wheel', t, trusted: true, deltaY, legacyDelta, flush },
})
export const scroll = (t: number, top = 0, words = Number.NaN): Of<'scroll'> => ({ kind: 'scroll', t, trusted: true, top, words })
export const input = (t: number, more: Partial<Of<'input'>> = {}): Of<'input'> => ({
  kind: 'input',
  t,
  trusted: true,
  ...{ cause: 'insert', composing: false, several: false },
  ...more,
})
export const submit = (t: number): Of<'submit'> => ({ kind: 'submit', t, trusted: true })
export const keyDown = (t: number, press = 0, more: Partial<Of<'key-down'>> = {}): Of<'key-down'> => ({
  kind: 'key-down',
  t,
  trusted: true,
  modifier: false,
  shifts: false,
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

export const char = (t: number): Of<'char'> => ({ kind: 'char', t, trusted: true })

/** @returns what the feature computes after these events, within its range but not yet on its scale, or `undefined` where it has too few. */
export function readingOf({ id }: Pick<Feature, 'id'>, events: Iterable<InputEvent>): number | undefined {
  const { push, sums } = startFeatures()
  for (const event of events) push(event)
  const index = features.findIndex((one) => one.id === id)
  const { statistic, range } = features[index]!
  const value = statistic.read(sums[index]!)
  return Number.isFinite(value) ? Math.min(range[1], Math.max(range[0], value)) : undefined
}
