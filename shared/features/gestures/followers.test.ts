import { describe, expect, it } from 'vitest'
import type { InputEvent } from '../input-event.js'
import { click, down, input, keyDown, keyUp, move, scroll, submit, up, wheel } from '../testing/traces.js'
import type { Emit, Gestures } from './gesture.js'
import { startGestures } from './start-gestures.js'

/** @returns all gestures of a kind that these events make */
function gesturesOf<K extends keyof Gestures>(wanted: K, events: readonly InputEvent[]): Gestures[K][] {
  const found: Gestures[K][] = []
  const emit = ((kind: string, gesture: object) => {
    if (kind === wanted) found.push({ ...gesture } as Gestures[K])
  }) as Emit
  const push = startGestures(emit)
  for (const event of events) push(event)
  return found
}

describe('gestures', () => {
  it('tell what led to a press: its rest, its last step, its reach and its time', () => {
    const way = Array.from({ length: 11 }, (_, i) => move(100 + 16 * i, 30 * i, 40))
    const [first, second] = gesturesOf('press', [down(0, 0, 0), ...way, down(400, 300, 40)])
    expect(first).toMatchObject({ moves: 0, distance: Number.NaN, hover: Number.NaN, landing: Number.NaN, reach: Number.NaN })
    expect(second).toMatchObject({ moves: 11, hover: 140, landing: 30, reach: 300, time: 300 })
    expect(second!.distance).toBeCloseTo(Math.hypot(300, 40))
  })

  it('take no finger’s place for the mouse’s', () => {
    const presses = gesturesOf('press', [down(0, 0, 0), down(50, 9, 9, { pointer: 'touch' }), down(90, 500, 0)])
    expect(presses.map(({ distance }) => distance)).toEqual([Number.NaN, Number.NaN])
  })

  it('know of a pen’s press nothing that led to it, and of the next press of the mouse neither', () => {
    const way = Array.from({ length: 11 }, (_, i) => move(100 + 16 * i, 30 * i, 40))
    const pen = { pointer: 'pen' } as const
    const presses = gesturesOf('press', [down(0, 0, 0), ...way, down(280, 300, 40, pen), down(900, 9, 9, pen), down(990, 500, 0)])
    const unled = { moves: 0, distance: Number.NaN, hover: Number.NaN, landing: Number.NaN, reach: Number.NaN }
    expect(presses).toHaveLength(4)
    for (const press of presses) expect(press).toMatchObject(unled)
    const times = gesturesOf('release', [down(0, 0, 0, pen), up(70, 'pen'), down(100, 0, 0), down(110, 0, 0, pen), up(120), up(190, 'pen')])
    expect(times.map(({ held }) => held)).toEqual([70, 80])
  })

  it('ask nothing of assistive technology, but that it is an action', () => {
    const assisted = [move(0, 1, 1, { pointer: 'other' }), down(5, 9, 9, { pointer: 'other' }), up(6, 'other')]
    for (const kind of ['press', 'release', 'touch', 'tap', 'step', 'glide'] as const) expect(gesturesOf(kind, assisted)).toEqual([])
    expect(gesturesOf('action', assisted)).toHaveLength(1)
  })

  it('give each release the press of its own pointer', () => {
    const releases = gesturesOf('release', [up(0), down(10, 5, 5), up(60, 'touch'), up(100, 'mouse', { x: 8, y: 9 }), up(120)])
    expect(releases).toEqual([{ held: 90, focused: true }])
  })

  it('take no grain of time from a press of assistive technology, nor from what comes next', () => {
    const pressed = [keyDown(0), down(40.3, 5, 5, { pointer: 'other' }), up(40.9, 'other'), keyDown(80, 1), keyDown(95, 2)]
    expect(gesturesOf('interval', pressed).map(({ dt }) => dt)).toEqual([15])
    for (const pointer of ['mouse', 'pen', 'touch'] as const)
      expect(gesturesOf('interval', [keyDown(0), down(40, 5, 5, { pointer }), up(60, pointer)]).map(({ dt }) => dt)).toEqual([40, 20])
    expect(gesturesOf('action', pressed), 'but it is an action').toHaveLength(2)
  })

  it('take no grain of time from a key that an input method makes, nor from its release', () => {
    for (const more of [{ physical: false }, { composing: true }]) {
      const typed = [keyDown(0), keyDown(20, 1), keyDown(40.3, 2, more), keyUp(50.7, 2), keyDown(80, 3), keyUp(95, 3)]
      expect(gesturesOf('interval', typed).map(({ dt }) => dt)).toEqual([20, 15])
    }
  })

  it('count keys that type, and tie releases to them', () => {
    const events = [
      keyDown(0, 0),
      keyDown(100, 1),
      keyUp(120, 0),
      keyUp(160, 1),
      keyDown(300, 0, { repeat: true }),
      keyDown(400, 2, { modifier: true }),
    ]
    expect(gesturesOf('key', events).map(({ interval, overlaps }) => [interval, overlaps])).toEqual([
      [Number.NaN, false],
      [100, true],
    ])
    expect(gesturesOf('key-hold', [...events, keyUp(500, 2)])).toEqual([{ held: 120 }, { held: 60 }])
    for (const more of [{ composing: true }, { physical: false }]) expect(gesturesOf('key', [keyDown(0, 0, more)])).toEqual([])
  })

  it('hold a stuck key against no later one', () => {
    expect(gesturesOf('key', [keyDown(0, 0), keyDown(2000, 1)]).map(({ overlaps }) => overlaps)).toEqual([false, false])
  })

  it('take what was typed or deleted for text, and nothing else', () => {
    const events = [
      input(0),
      input(1, { cause: 'paste' }),
      input(2, { cause: 'other' }),
      input(3, { composing: true }),
      keyDown(10),
      input(20, { cause: 'delete' }),
    ]
    expect(gesturesOf('text', events)).toEqual([
      { deletes: false, several: false, keyless: true },
      { deletes: true, several: false, keyless: false },
    ])
  })

  it('know scrolling by a hand from scrolling without one, however long it coasts', () => {
    const coast = Array.from({ length: 20 }, (_, i) => scroll(100 + 100 * i, i))
    const rolls = gesturesOf('scrolling', [wheel(90, 100, -120), ...coast, scroll(5000, 0)])
    expect(rolls.map(({ begins }) => begins).filter(Boolean)).toHaveLength(2)
    expect(rolls.filter(({ handless }) => handless)).toHaveLength(1)
    expect(rolls.filter(({ fresh }) => fresh)).toHaveLength(1)
  })

  it('hear what a script made for clicks only', () => {
    const untrusted = { trusted: false }
    const events = [click(0, untrusted), { ...submit(5), ...untrusted }, input(6, untrusted), { ...down(7, 1, 1), ...untrusted }]
    expect(gesturesOf('activation', events)).toMatchObject([{ alone: true }])
    for (const kind of ['sending', 'text', 'press', 'action'] as const) expect(gesturesOf(kind, events)).toEqual([])
  })

  it('take waits for still in which nothing moved but just before their end', () => {
    const stills = (at: number) => gesturesOf('action', [down(0, 1, 1), move(at, 2, 2), down(5000, 3, 3)]).map(({ still }) => still)
    expect(stills(4900)).toEqual([true, true])
    expect(stills(3000)).toEqual([true, false])
  })
})
