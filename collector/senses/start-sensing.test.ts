import { describe, expect, it } from 'vitest'
import { tallyKeys } from '../../shared/features/reading/tally.js'
import { pastesPassword } from '../../shared/features/testing/people.js'
import { keyDown } from '../../shared/features/testing/traces.js'
import { decodeCommitment } from '../../shared/trace/commitment.js'
import { countOf, featuresOf, tallyOfKinds } from '../../shared/trace/follows.js'
import { openCommitment } from '../../shared/trace/open-commitment.js'
import { startSensing } from './start-sensing.js'

const nothing = new Map()

function committed({ trace = '' }: { readonly trace?: string }) {
  const commitment = decodeCommitment(trace)
  if (!commitment.ok) throw new Error(commitment.error)
  return commitment.value
}

describe('the senses', () => {
  it('commit with each summary to what it was made of', () => {
    const { push, summary } = startSensing(performance.now())
    for (const event of pastesPassword(3)) push(event)
    const { open, ...sensed } = summary(nothing, 'n')
    const commitment = committed(sensed)
    for (const [key, kinds] of Object.entries(tallyOfKinds))
      expect(sensed.tally[tallyKeys.indexOf(key as keyof typeof tallyOfKinds)], key).toBe(countOf(commitment.sums, kinds))
    expect(featuresOf(commitment.sums).every(({ value }) => !Number.isNaN(value))).toBe(true)
    expect(openCommitment(commitment, [0, 1], open([0, 1]), 'n').ok).toBe(true)
  })

  it('open what one summary has committed to, although the visitor has gone on', () => {
    const { push, summary } = startSensing(performance.now())
    for (const event of pastesPassword(4)) push(event)
    const first = summary(nothing, 'n')
    push(keyDown(60_000))
    const second = summary(nothing, 'n')
    expect(committed(second).leaves).toBe(committed(first).leaves + 1)
    expect(openCommitment(committed(first), [0], first.open([0]), 'n').ok).toBe(true)
    expect(openCommitment(committed(second), [0], first.open([0]), 'n').ok).toBe(false)
  })

  it('commit to nothing where nothing was done', () => {
    expect(committed(startSensing(performance.now()).summary(nothing, 'n'))).toMatchObject({ leaves: 0 })
  })
})
