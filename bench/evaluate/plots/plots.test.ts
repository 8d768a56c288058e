import { describe, expect, it } from 'vitest'
import { drawIntervals } from './draw-intervals.js'
import { drawLines } from './draw-lines.js'
import { type Axis, shareAlong } from './svg-frame.js'

const axis: Axis = { label: 'share <of> people', from: 0, to: 1, ticks: [0, 1], tell: String }
const log: Axis = { ...axis, from: 0.001, log: true }
const lines = (points: readonly (readonly [number, number])[]) =>
  drawLines({ title: 'a & b', about: 'lines', x: log, y: axis, diagonal: true, series: [{ name: 'x < y', points, dots: true }] })

describe('a picture', () => {
  it('puts values where their axis has them, and those beyond on its ends', () => {
    expect([0, 0.25, 1, 7, -3].map((value) => shareAlong(axis, value))).toEqual([0, 0.25, 1, 1, 0])
    expect(shareAlong(log, 0.001)).toBe(0)
    expect(shareAlong(log, 10 ** -1.5)).toBeCloseTo(0.5)
    expect(shareAlong(log, 0)).toBe(0)
  })

  it('is well-formed, whatever its words', () => {
    for (const picture of [lines([[0.1, 0.5]]), drawIntervals('<t>', 'a', axis, [{ name: 'a&b', value: 0.1, low: 0, high: 0.3 }])]) {
      expect(picture).toMatch(/^<svg [^>]+>[\s\S]+<\/svg>\n$/)
      const body = picture.replace(/<style>[\s\S]*<\/style>/, '')
      expect(body.replace(/<\/?[a-z][^<>]*>/g, '')).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/)
      expect(picture).not.toMatch(/NaN|Infinity|undefined/)
    }
  })

  it('thins what has more points than can be seen, and keeps both ends', () => {
    const many = lines(Array.from({ length: 5000 }, (_, i) => [0.001 + (0.999 * i) / 4999, i / 4999] as const))
    expect(many.match(/<circle/g)!.length).toBe(200)
    expect(many).toContain('cx="62" cy="330"')
    expect(many).toContain('cx="612" cy="40"')
  })

  it('follows the reader into the dark', () => {
    expect(lines([[0.1, 0.5]])).toContain('@media (prefers-color-scheme: dark)')
  })
})
