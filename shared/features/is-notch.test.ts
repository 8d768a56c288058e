import { expect, it } from 'vitest'
import { isNotch } from './is-notch.js'
import { scroll, wheel } from './testing/traces.js'

it('knows the notch of a wheel from trackpads, sideways wheels and scrolling', () => {
  expect(isNotch(wheel(0, 100, -120))).toBe(true)
  expect(isNotch(wheel(0, -53, 240))).toBe(true)
  expect(isNotch(wheel(0, 4, -12))).toBe(false)
  expect(isNotch(wheel(0, 0, -120))).toBe(false)
  expect(isNotch(wheel(0, 3, 0))).toBe(false)
  expect(isNotch(scroll(0))).toBe(false)
})
