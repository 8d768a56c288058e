import { describe, expect, it } from 'vitest'
import { type Bars, checkFigures } from './check-figures.js'

const bars: Bars = {
  auc: { says: 'AUC', better: 'higher', bar: 0.98, tolerance: 0.01 },
  stopped: { says: 'people stopped', better: 'lower', bar: 0.01, tolerance: 0.002 },
}
const worse = (now: Readonly<Record<string, number>>, last: Readonly<Record<string, number>>) =>
  checkFigures(now, bars, last).filter((figure) => figure.worse)

describe('figures held against the last report', () => {
  it('may be a little worse, and no more', () => {
    expect(worse({ auc: 0.961 }, { auc: 0.97 })).toEqual([])
    expect(worse({ auc: 0.959 }, { auc: 0.97 })).toHaveLength(1)
    expect(worse({ stopped: 0.013 }, { stopped: 0.012 })).toEqual([])
    expect(worse({ stopped: 0.015 }, { stopped: 0.012 })).toHaveLength(1)
  })

  it('may not fall below a bar that was met, however little', () => {
    expect(worse({ auc: 0.9799 }, { auc: 0.98 })).toHaveLength(1)
    expect(worse({ stopped: 0.0101 }, { stopped: 0.0099 })).toHaveLength(1)
  })

  it('may better themselves, and be new', () => {
    expect(worse({ auc: 0.99, stopped: 0 }, { auc: 0.97, stopped: 0.01 })).toEqual([])
    expect(worse({ auc: 0.5 }, {})).toEqual([])
  })

  it('tell a bar that is not met, without a fall', () => {
    expect(checkFigures({ auc: 0.97 }, bars, { auc: 0.97 })).toMatchObject([{ name: 'auc', short: true, worse: false }])
  })
})
