import { describe, expect, it } from 'vitest'
import { click, input, keyDown, readingOf, scroll, submit } from '../testing/traces.js'
import { submitHandless as feature } from './submit-handless.js'

describe('submits without a hand', () => {
  it('are those before any press, key, click, move or wheel', () => {
    const script = [input(1, { trusted: false }), click(2, { trusted: false }), scroll(3), submit(4)]
    expect(readingOf(feature, script)).toBe(1)
    expect(readingOf(feature, [...script, keyDown(5), submit(6)])).toBe(0.5)
  })

  it('are those of a script that sends an untouched form, or sets a value and sends it', () => {
    expect(readingOf(feature, [submit(1)])).toBe(1)
    expect(readingOf(feature, [input(1, { cause: 'other', trusted: false }), submit(2)])).toBe(1)
  })

  it('are none where the browser filled in a field and the page sent it: a one-time code on a phone', () => {
    for (const cause of ['other', 'insert', 'paste'] as const) {
      expect(readingOf(feature, [input(1, { cause, several: true }), submit(2)])).toBe(0)
    }
  })

  it('are none where assistive technology clicks', () => {
    expect(readingOf(feature, [click(1), submit(2)])).toBe(0)
  })
})
