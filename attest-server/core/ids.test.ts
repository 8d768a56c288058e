import { describe, expect, it } from 'vitest'
import { SESSION_PREFIX } from '../stores/ports.js'
import { isId, isPageAction, isSession, isSiteKey, makeId, makeReference, makeSession, makeUuid, parseReference } from './ids.js'

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))

describe('ids', () => {
  it('are what they are recognised as, and do not repeat', () => {
    const ids = Array.from({ length: 200 }, () => makeId(random))
    expect(ids.every(isId)).toBe(true)
    expect(new Set(ids).size).toBe(200)
    expect(isSession(makeSession(random))).toBe(true)
    expect(makeSession(random).startsWith(SESSION_PREFIX)).toBe(true)
    for (let i = 0; i < 200; i++) {
      const reference = makeReference(random)
      expect(parseReference(reference)).toBe(reference)
    }
  })

  it('are UUIDs where an API says so', () => {
    const uuids = Array.from({ length: 200 }, () => makeUuid(random))
    for (const uuid of uuids) expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(new Set(uuids).size).toBe(200)
    expect(makeUuid((length) => Uint8Array.from({ length }, (_, i) => i))).toBe('00010203-0405-4607-8809-0a0b0c0d0e0f')
    expect(makeUuid((length) => new Uint8Array(length).fill(255))).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff')
  })

  it('are not mistaken for each other', () => {
    expect(isId('sess_AAAAAAAAAAAAAAAAA')).toBe(true)
    expect(isSession(`sess_${'A'.repeat(21)}`)).toBe(false)
    expect(isSiteKey('sk_aaaa_bbbb')).toBe(false)
    expect(isSiteKey('pk_test_allow')).toBe(true)
    for (const other of ['ABCDE-FGHU1', 'ABCDE-FGH1', 'ABCDE--FGH11', '', makeId(random)])
      expect(parseReference(other), other).toBeUndefined()
  })

  it('understand a reference as somebody heard and typed it', () => {
    for (const heard of ['10abc-x1y01', 'IOABC-XLY0I', '10ABCX1Y01', 'lOabc x1yo1'])
      expect(parseReference(heard), heard).toBe('10ABC-X1Y01')
  })

  it('take page actions of plain letters only', () => {
    for (const action of ['sign-up', 'a', 'shop/checkout_2']) expect(isPageAction(action)).toBe(true)
    for (const action of ['', 'Sign-up', 'a b', 'x'.repeat(33), 7]) expect(isPageAction(action)).toBe(false)
  })
})
