import { describe, expect, it } from 'vitest'
import { clickUntrusted as feature } from './click-untrusted.js'
import { click, readingOf } from './testing/traces.js'

describe('untrusted clicks', () => {
  it('are a share of all clicks', () => {
    expect(readingOf(feature, [])).toBeUndefined()
    expect(readingOf(feature, [click(1), click(2, { trusted: false })])).toBe(0.5)
  })

  it('are none where a keyboard or assistive technology clicks', () => {
    expect(readingOf(feature, [click(1)])).toBe(0)
  })
})
