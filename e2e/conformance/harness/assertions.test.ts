import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { check, equal, field, holds, less, listAt, numberAt, oneOf, shape, textAt, within } from './assertions.js'

describe('what an answer says at a place', () => {
  const answer = { status: 200, headers: {}, text: '', json: { a: [{ b: 1 }], status: 'x' } }

  it('is found by names and numbers', () => {
    expect(field(answer, 'a.0.b')).toBe(1)
    expect(field(answer, 'status')).toBe('x')
    expect(field({ a: { b: 2 } }, 'a.b')).toBe(2)
  })

  it('is nothing where it is not said', () => {
    for (const path of ['c', 'a.1.b', 'a.0.b.c', 'constructor', 'a.length.x']) expect(field(answer, path)).toBeUndefined()
    expect(numberAt(answer, 'status')).toBeNaN()
    expect(textAt(answer, 'a')).toBe('')
    expect(listAt(answer, 'status')).toEqual([])
  })
})

describe('an assertion', () => {
  it('is a fault in words where it does not hold', () => {
    const faults = [
      equal('a', { b: 1 }, { b: 2 }),
      oneOf('a', 'x', ['y']),
      holds('water is dry', false),
      less('a', 2, 'b', 2),
      within('a', 3, 4, 5),
      shape({ a: 'x' }, z.object({ a: z.number() })),
    ]
    for (const fault of faults) expect(fault).toBeTypeOf('string')
  })

  it('never holds of a number that is not there', () => {
    expect(less('a', Number.NaN, 'b', 1)).toBeDefined()
    expect(less('a', 1, 'b', Number.NaN)).toBeDefined()
    expect(within('a', Number.NaN, 0, 1)).toBeDefined()
    expect(equal('a', Number.NaN, Number.NaN)).toBeDefined()
    expect(equal('a', [Number.NaN], [Number.NaN])).toBeDefined()
  })

  it('is nothing where it holds', () => {
    expect([equal('a', [1], [1]), oneOf('a', 1, [1]), holds('a', true), less('a', 1, 'b', 2), within('a', 1, 1, 1)]).toEqual(
      Array(5).fill(undefined),
    )
    expect(check(undefined, undefined)).toEqual({ ok: true, detail: '2 assertions hold' })
    expect(check(undefined, 'a', 'b')).toEqual({ ok: false, detail: 'a; b' })
  })
})
