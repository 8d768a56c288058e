import { describe, expect, it } from 'vitest'
import { causeOf, readInput } from './text.js'

describe('the cause of an input event', () => {
  it.each([
    ['insertText', 'insert'],
    ['insertCompositionText', 'insert'],
    ['insertLineBreak', 'insert'],
    ['insertFromPaste', 'paste'],
    ['insertFromPasteAsQuotation', 'paste'],
    ['insertReplacementText', 'other'],
    ['insertFromDrop', 'other'],
    ['deleteContentBackward', 'delete'],
    ['deleteByCut', 'other'],
    ['historyUndo', 'other'],
    ['', 'other'],
  ])('%s is %s', (inputType, cause) => expect(causeOf(inputType)).toBe(cause))
})

describe('an input event', () => {
  const several = (data: string | null) => readInput({ inputType: 'insertText', data } as unknown as Event).several
  it.each([
    ['a', false],
    ['😀', false],
    ['ab', true],
    ['😀a', true],
    ['', false],
    [null, false],
  ])('of %j has several characters: %j', (data, expected) => expect(several(data)).toBe(expected))

  it('of a page’s making costs nothing by its length', () => {
    const data = 'x'.repeat(20_000_000)
    const begun = performance.now()
    expect(several(data)).toBe(true)
    expect(performance.now() - begun).toBeLessThan(20)
  })
})
