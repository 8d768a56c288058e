import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPressSlots } from './press-slots.js'

describe('press slots', () => {
  it('tie each release to its press, also when keys overlap', () => {
    const slots = createPressSlots()
    expect([slots.press('KeyA'), slots.press('KeyB')]).toEqual([0, 1])
    expect(slots.release('KeyA')).toBe(0)
    expect(slots.press('KeyC')).toBe(0)
    expect(slots.release('KeyB')).toBe(1)
    expect(slots.release('KeyC')).toBe(0)
  })

  it('give a repeated press the slot it has', () => {
    const slots = createPressSlots()
    expect([slots.press('KeyA'), slots.press('KeyA')]).toEqual([0, 0])
  })

  it('know no release without a press', () => {
    const slots = createPressSlots()
    slots.press('KeyA')
    slots.clear()
    expect(slots.release('KeyA')).toBeUndefined()
  })

  it('stay bounded whatever comes', () => {
    const keys = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 40 })))
    fc.assert(
      fc.property(keys, (events) => {
        const slots = createPressSlots()
        for (const [down, key] of events) {
          const slot = down ? slots.press(String(key)) : slots.release(String(key))
          if (slot !== undefined && (slot < 0 || slot > 11)) return false
        }
        return true
      }),
    )
  })
})
