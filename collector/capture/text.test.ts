import { describe, expect, it } from 'vitest'
import { causeOf } from './text.js'

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
