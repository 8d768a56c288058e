import { describe, expect, it, vi } from 'vitest'
import { tallyKeys } from '../../shared/features/reading/tally.js'
import { pastesPassword } from '../../shared/features/testing/people.js'
import { keyDown } from '../../shared/features/testing/traces.js'
import { decodeCommitment } from '../../shared/trace/commitment.js'
import { countOf, featuresOf, tallyOfKinds } from '../../shared/trace/follows.js'
import { openCommitment } from '../../shared/trace/open-commitment.js'
import { traceOf } from '../../shared/trace/testing/trace-of.js'
import { startSensing } from './start-sensing.js'

const nothing = new Map()

function committed({ trace = '' }: { readonly trace?: string }) {
  const commitment = decodeCommitment(trace)
  if (!commitment.ok) throw new Error(commitment.error)
  return commitment.value
}

describe('the senses', () => {
  it('commit with each summary to what it was made of', async () => {
    const { push, summary } = startSensing(performance.now())
    for (const event of pastesPassword(3)) push(event)
    const { open, ...sensed } = await summary(nothing, 'n')
    const commitment = committed(sensed)
    for (const [key, kinds] of Object.entries(tallyOfKinds))
      expect(sensed.tally[tallyKeys.indexOf(key as keyof typeof tallyOfKinds)], key).toBe(countOf(commitment.sums, kinds))
    expect(featuresOf(commitment.sums).every(({ value }) => !Number.isNaN(value))).toBe(true)
    expect(openCommitment(commitment, [0, 1], await open!([0, 1]), 'n').ok).toBe(true)
  })

  it('open what one summary has committed to, although the visitor has gone on', async () => {
    const { push, summary } = startSensing(performance.now())
    for (const event of pastesPassword(4)) push(event)
    const first = await summary(nothing, 'n')
    push(keyDown(60_000))
    const second = await summary(nothing, 'n')
    expect(committed(second).leaves).toBe(committed(first).leaves + 1)
    expect(openCommitment(committed(first), [0], await first.open!([0]), 'n').ok).toBe(true)
    expect(openCommitment(committed(second), [0], await first.open!([0]), 'n').ok).toBe(false)
  })

  it('commit to nothing where nothing was done', async () => {
    expect(committed(await startSensing(performance.now()).summary(nothing, 'n'))).toMatchObject({ leaves: 0 })
  })

  it('commit to the summary as it was when it was asked for, whatever is done while it is hashed', async () => {
    const { push, summary } = startSensing(performance.now())
    for (const event of pastesPassword(5)) push(event)
    const coming = summary(nothing, 'n')
    push(keyDown(60_000))
    const sensed = await coming
    expect(sensed.tally[tallyKeys.indexOf('keys')]).toBe(countOf(committed(sensed).sums, ['key-down']))
  })

  it('commit as whoever wrote the tree anew would: to the letter', async () => {
    for (const count of [1, 2, 3, 40, 700]) {
      const { push, summary } = startSensing(performance.now())
      const events = Array.from({ length: count }, (_, i) => keyDown(900 * i))
      for (const event of events) push(event)
      const [{ trace, open }, expected] = [await summary(nothing, 'n'), traceOf(events).commit('n')]
      expect(trace).toBe(expected.trace)
      const last = committed({ trace: expected.trace }).leaves - 1
      expect(await open!([last])).toEqual(expected.open([last]))
    }
  })

  it('commit to nothing on plain http, where browsers have no hashes', async () => {
    vi.stubGlobal('crypto', {})
    const { push, summary } = startSensing(performance.now())
    push(keyDown(5))
    const sensed = await summary(nothing, 'n')
    vi.unstubAllGlobals()
    expect(sensed).not.toHaveProperty('trace')
    expect(sensed).not.toHaveProperty('open')
  })
})
