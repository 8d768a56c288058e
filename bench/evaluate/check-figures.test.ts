import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Bars, checkFigures } from './check-figures.js'
import { figureNames } from './figure-names.js'
import type { Figures } from './figures.js'

const auc = { says: 'AUC', better: 'higher', bar: 0.98, tolerance: 0.01 } as const
const peopleBlocked = { says: 'people blocked', better: 'lower', bar: 0.01, tolerance: 0.002 } as const
const worse = (now: Figures, last: Readonly<Record<string, number>>, bars: Bars) =>
  checkFigures(now, bars, last).flatMap((figure) => (figure.worse ? [figure.name] : []))

describe('figures held against the last report', () => {
  it('may be a little worse, and no more', () => {
    expect(worse({ auc: 0.961 }, { auc: 0.97 }, { auc })).toEqual([])
    expect(worse({ auc: 0.959 }, { auc: 0.97 }, { auc })).toEqual(['auc'])
    expect(worse({ peopleBlocked: 0.013 }, { peopleBlocked: 0.012 }, { peopleBlocked })).toEqual([])
    expect(worse({ peopleBlocked: 0.015 }, { peopleBlocked: 0.012 }, { peopleBlocked })).toEqual(['peopleBlocked'])
  })

  it('may not fall below a bar that was met, however little', () => {
    expect(worse({ auc: 0.9799 }, { auc: 0.98 }, { auc })).toEqual(['auc'])
    expect(worse({ peopleBlocked: 0.0101 }, { peopleBlocked: 0.0099 }, { peopleBlocked })).toEqual(['peopleBlocked'])
  })

  it('may better themselves, and be new', () => {
    expect(worse({ auc: 0.99, peopleBlocked: 0 }, { auc: 0.97, peopleBlocked: 0.01 }, { auc, peopleBlocked })).toEqual([])
    expect(worse({ auc: 0.5 }, {}, { auc })).toEqual([])
  })

  it('tell a bar that is not met, without a fall', () => {
    expect(checkFigures({ auc: 0.97 }, { auc }, { auc: 0.97 })).toMatchObject([{ name: 'auc', short: true, worse: false }])
  })

  it('are worse where one is missing or no number that has a bar, whether or not it was there last time', () => {
    expect(worse({ peopleBlocked: 0 }, { auc: 0.99, peopleBlocked: 0 }, { auc, peopleBlocked })).toEqual(['auc'])
    expect(worse({ peopleBlocked: 0 }, {}, { auc, peopleBlocked })).toEqual(['auc'])
    expect(worse({ auc: Number.NaN }, { auc: 0.99 }, { auc })).toEqual(['auc'])
  })

  it('are worse where one of the last report has lost its bar, as it does by another name', () => {
    expect(worse({ auc: 0.99 }, { areaUnderCurve: 0.99 }, { auc })).toEqual(['areaUnderCurve'])
  })
})

it('each have a bar, and there is no other', () => {
  const bars = JSON.parse(readFileSync(new URL('../../docs/evaluation/bars.json', import.meta.url), 'utf8'))
  expect(Object.keys(bars).sort()).toEqual([...figureNames].sort())
})
