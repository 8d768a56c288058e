import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { failed, type Observation, type ObservationId, seen, unsupported } from '../observation.js'
import type { Row } from './scorecard.js'
import { weigh } from './weigh.js'

const plain: Row = {
  id: 'input.a',
  family: 'f',
  bins: [
    { below: 1, llr: -1 },
    { below: Infinity, llr: 2 },
  ],
  missing: 0.5,
  source: 'test',
}
const row: Row = { ...plain, when: [{ id: 'input.strokes', from: 3, below: 10 }] }
const facts = (entries: Readonly<Record<string, Observation>>) => new Map(Object.entries(entries)) as Map<ObservationId, Observation>

describe('a row with a condition', () => {
  it('weighs from the lower end of the range on, and no more from its upper end on', () => {
    const at = (strokes: number) => weigh(row, facts({ 'input.a': seen(0), 'input.strokes': seen(strokes) }))
    expect([2, 3, 9.99, 10].map(at)).toEqual([0, -1, -1, 0])
  })

  it.each([
    ['was not observed', {}],
    ['is unsupported', { 'input.strokes': unsupported }],
    ['failed', { 'input.strokes': failed('timeout') }],
    ['is text', { 'input.strokes': seen('5') }],
    ['is no number', { 'input.strokes': seen(Number.NaN) }],
  ])('weighs nothing where the condition %s, its absence included', (_, condition) => {
    expect(weigh(row, facts({ 'input.a': seen(9), ...condition }))).toBe(0)
    expect(weigh(row, facts(condition))).toBe(0)
  })

  it('weighs absence only where the condition holds', () => {
    expect(weigh(row, facts({ 'input.strokes': seen(5) }))).toBe(0.5)
    expect(weigh(plain, facts({}))).toBe(0.5)
  })

  it('weighs as one without, wherever the condition holds', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.double({ min: 3, max: 9.99, noNaN: true }), (value, strokes) => {
        const both = facts({ 'input.a': seen(value), 'input.strokes': seen(strokes) })
        expect(weigh(row, both)).toBe(weigh(plain, both))
      }),
    )
  })
})

describe('a row with two conditions', () => {
  const both: Row = { ...row, when: [...row.when!, { id: 'input.glides', from: 32, below: Infinity }] }
  const at = (values: Readonly<Record<string, number>>) =>
    weigh(both, facts(Object.fromEntries(Object.entries(values).map(([id, value]) => [id, seen(value)]))))

  it('weighs where both hold', () => {
    expect(at({ 'input.a': 0, 'input.strokes': 3, 'input.glides': 32 })).toBe(-1)
    expect(at({ 'input.strokes': 3, 'input.glides': 32 })).toBe(0.5)
  })

  it.each([
    ['the first fails', { 'input.strokes': 2, 'input.glides': 32 }],
    ['the second fails', { 'input.strokes': 3, 'input.glides': 31 }],
    ['both fail', { 'input.strokes': 2, 'input.glides': 31 }],
    ['the first was not observed', { 'input.glides': 32 }],
    ['the second was not observed', { 'input.strokes': 3 }],
  ])('weighs nothing where %s', (_, others) => {
    expect([at({ 'input.a': 9, ...others }), at(others)]).toEqual([0, 0])
  })
})

it('weighs a row whose list of conditions is empty as one without', () => {
  expect(weigh({ ...plain, when: [] }, facts({ 'input.a': seen(9) }))).toBe(2)
})
