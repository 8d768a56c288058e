import { expect, it } from 'vitest'
import { barsOf, drawBars } from './bar-plot.mjs'

const rows = [
  ['what', '--only', 'measured', 'bar', ''],
  ['requests a second', 'load', '377', '≥ 1,500', 'missed'],
  ['memory', 'load', '150 MB, 197 MB', '≤ 300 MB', 'met'],
  ['told', 'load', '12', '', ''],
]

it('a plot has a bar for each figure that has one, as the share of it that was reached', () => {
  expect(barsOf(rows).map(({ name, share }) => [name, share.toFixed(2)])).toEqual([
    ['requests a second', '0.25'],
    ['memory', '2.00'],
  ])
})

it('a plot says what it shows, and has no style of its own', () => {
  const svg = drawBars([...barsOf(rows), { name: '<b>', share: 9 }])
  expect(svg).toContain('2 of 3 figures reach their bar')
  expect(svg).toContain('&lt;b&gt;')
  expect(svg).not.toContain('style')
})
