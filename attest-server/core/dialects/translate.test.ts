import { describe, expect, it } from 'vitest'
import * as lists from './build-lists.js'
import { createDialects, plainSpoken } from './create-dialects.js'
import type { Dialect } from './dialect.js'
import { claimsOf, speak } from './testing/speak.js'
import { translate } from './translate.js'

/** By a name that no compiler follows: tools have a platform of their own. */
const { composeDialect } = (await import(new URL('../../../tools/dialect/make-dialect.mjs', import.meta.url).href)) as {
  composeDialect(from: typeof lists, version: string, seed: string, now: number): Dialect
}

const one = composeDialect(lists, '0.1.0', 'one', 1_000_000)
const two = composeDialect(lists, '0.1.0', 'two', 2_000_000)
const plain = claimsOf()

const said = (changes: object, dialect = one) => translate({ ...speak(plain, dialect), ...changes }, dialect)

describe('a dialect', () => {
  it('says all that the plain form says, but for the tells that it does not ask', () => {
    const unasked = [...plain.tells].map((letter, i) => (one.unasked.includes(claimsOf.tellAt(i)) ? '_' : letter)).join('')
    expect(translate(speak(plain, one), one)).toEqual({ ok: true, value: { ...plain, build: one.build, tells: unasked } })
    expect(unasked).not.toBe(plain.tells)
  })

  it.each([
    ['of a still visitor', claimsOf('still')],
    ['of a page to which senses.js did not come', claimsOf('none')],
  ])('says the short summary %s', (_, short) => {
    expect(translate(speak(short, one), one)).toEqual({ ok: true, value: { ...short, build: one.build } })
  })

  it('is another for each seed, and the same for the same', () => {
    expect(composeDialect(lists, '0.1.0', 'one', 1_000_000)).toEqual(one)
    for (const part of ['build', 'names', 'letters', 'tells', 'features', 'tally', 'honey'] as const)
      expect(one[part], part).not.toEqual(two[part])
  })

  it('asks of every tell that proves automation, and of all that others depend on', () => {
    for (const { unasked } of [one, two]) for (const id of unasked) expect(id).not.toMatch(/hardened|webdriver$|input-natives/)
  })

  it.each<[string, object, string]>([
    ['the plain names', { tells: plain.tells }, 'field-unknown'],
    ['a list that is too short', { [one.names.tells]: 'A' }, 'summary-length'],
    ['features of another length', { [one.names.features]: 'AAAA' }, 'summary-length'],
    ['a tally of another length', { [one.names.tally]: [1, 2, 3] }, 'summary-length'],
    ['a honey claim that is wrong', { [one.honey[0]!.name]: -1 }, 'honey-wrong'],
    ['a honey claim that is a text', { [one.honey[1]!.name]: '1' }, 'honey-wrong'],
    ['a honey claim too few', { [one.honey[2]!.name]: undefined }, 'honey-wrong'],
  ])('is not %s', (_, changes, reason) => {
    expect(said(changes)).toMatchObject({ ok: false, error: { reason } })
  })

  it('is not one of another build', () => {
    const foreign: Dialect = { ...two, build: one.build }
    expect(translate(speak(plain, foreign), one).ok).toBe(false)
  })

  it('hands on what is of another type, to be refused for that', () => {
    for (const odd of [null, 7, {}, true]) {
      const claims = { ...speak(plain, one), [one.names.tells]: odd, [one.names.features]: odd, [one.names.tally]: odd }
      expect(() => translate(claims, one)).not.toThrow()
    }
  })

  it('hides no claim of a letter that is none: it stays malformed', () => {
    const { features } = translate({ ...speak(plain, one), [one.names.features]: '!'.repeat(2 * one.features.length) }, one) as never
    expect(features).toBeUndefined()
    const odd = said({ [one.names.features]: '!'.repeat(2 * one.features.length) })
    expect(odd.ok && (odd.value.features as string)).toMatch(/^!+$/)
  })
})

describe('builds one after another', () => {
  const GRACE = 500
  const both = createDialects([two, one], GRACE)
  const at = (claims: unknown, now: number, dialects = both) => {
    const read = dialects.read(claims, now)
    return read.ok ? 'read' : read.error.reason
  }

  it('are understood until some time after the next was made, the newest always', () => {
    expect(at(speak(plain, one), 1000)).toBe('read')
    expect(at(speak(plain, one), 2499)).toBe('read')
    expect(at(speak(plain, one), 2500)).toBe('build-retired')
    expect(at(speak(plain, two), 999_999)).toBe('read')
  })

  it('were plain before the first, and that goes the same way', () => {
    expect(at(plain, 1499)).toBe('read')
    expect(at(plain, 1500)).toBe('build-retired')
    expect(at({ ...plain, build: 'made up' }, 1500)).toBe('build-retired')
  })

  it('may be plain again', () => {
    const again = createDialects([one, { build: '0.1.0', made: 1200, isPlain: true }], GRACE)
    expect([at(plain, 999_999, again), at(speak(plain, one), 1699, again), at(speak(plain, one), 1700, again)]).toEqual([
      'read',
      'read',
      'build-retired',
    ])
  })

  it('are all plain where nobody made another', () => {
    expect(plainSpoken.read(plain, 1)).toEqual({ ok: true, value: plain })
    expect(createDialects([], GRACE)).toBe(plainSpoken)
  })

  it('leave what is no object to the checks of shape', () => {
    for (const odd of [null, 7, 'x', []]) expect(both.read(odd, 9_999_999)).toEqual({ ok: true, value: odd })
  })
})
