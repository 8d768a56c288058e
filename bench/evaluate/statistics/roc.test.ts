import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { auc } from './auc.js'
import { roc } from './roc.js'

const scores = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 30 })

describe('the ROC curve', () => {
  it('is that of a case done by hand', () => {
    expect(roc([3, 2], [1, 2])).toEqual([
      { fpr: 0, tpr: 0 },
      { fpr: 0, tpr: 0.5 },
      { fpr: 0.5, tpr: 1 },
      { fpr: 1, tpr: 1 },
    ])
  })

  it('encloses the area that auc tells', () => {
    fc.assert(
      fc.property(scores, scores, (bots, people) => {
        const points = roc(bots, people)
        const pieces = points.slice(1).map(({ fpr, tpr }, i) => ((fpr - points[i]!.fpr) * (tpr + points[i]!.tpr)) / 2)
        expect(pieces.reduce((a, b) => a + b, 0)).toBeCloseTo(auc(bots, people), 12)
      }),
    )
  })
})
