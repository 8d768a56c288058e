import { expect, it } from 'vitest'
import { atLeast, atMost, told } from './row.mjs'

const time = { name: 'a visit', value: 12.345, unit: 'ms' }

it('gives the seven fields of a row, the ratio by what was measured and not by what is shown', () => {
  expect(atMost(time, { name: 'a peer', value: 24.69 })).toEqual({
    name: 'a visit',
    value: 12.3,
    unit: 'ms',
    against: 'a peer',
    ratio: 0.5,
    bar: 1,
    ok: true,
  })
})

it('holds a cost under its bar and a speed above it, each with the bar itself', () => {
  const ok = (/** @type {number} */ value) => [
    atMost({ ...time, value }, { name: 'a peer', value: 10 }, 2).ok,
    atLeast({ ...time, value }, { name: 'a peer', value: 10 }, 2).ok,
  ]
  expect([ok(19), ok(20), ok(21)]).toEqual([
    [true, false],
    [true, true],
    [false, true],
  ])
})

it('fails what was not measured, either way', () => {
  const nothing = { ...time, value: Number.NaN }
  const peer = { name: 'a peer', value: 10 }
  expect([atMost(nothing, peer, 2).ok, atLeast(nothing, peer, 2).ok]).toEqual([false, false])
})

it('says the same after JSON, also where a row is only told', () => {
  for (const row of [atMost(time, { name: 'a peer', value: 3 }), told(time, { name: 'a peer', value: 3 })])
    expect(JSON.parse(JSON.stringify(row))).toEqual(row)
})
