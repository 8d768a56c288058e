import { describe, expect, it } from 'vitest'
import { isId, isPageAction, isReference, isSession, isSiteKey, makeId, makeReference, makeSession } from './ids.js'

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))

describe('ids', () => {
  it('are what they are recognised as, and do not repeat', () => {
    const ids = Array.from({ length: 200 }, () => makeId(random))
    expect(ids.every(isId)).toBe(true)
    expect(new Set(ids).size).toBe(200)
    expect(isSession(makeSession(random))).toBe(true)
    expect(Array.from({ length: 200 }, () => makeReference(random)).every(isReference)).toBe(true)
  })

  it('are not mistaken for each other', () => {
    expect(isId('sess_AAAAAAAAAAAAAAAAA')).toBe(true)
    expect(isSession(`sess_${'A'.repeat(21)}`)).toBe(false)
    expect(isSiteKey('sk_aaaa_bbbb')).toBe(false)
    expect(isSiteKey('pk_test_allow')).toBe(true)
    expect(isReference('ABCDE-FGHI1')).toBe(false)
  })

  it('take page actions of plain letters only', () => {
    for (const action of ['sign-up', 'a', 'shop/checkout_2']) expect(isPageAction(action)).toBe(true)
    for (const action of ['', 'Sign-up', 'a b', 'x'.repeat(33), 7]) expect(isPageAction(action)).toBe(false)
  })
})
