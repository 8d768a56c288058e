import { describe, expect, it } from 'vitest'
import type { InputEvent } from '../../../shared/features/input-event.js'
import { keyboardOnly, pastesPassword, touches } from '../../../shared/features/testing/people.js'
import { move } from '../../../shared/features/testing/traces.js'
import { decodeCommitment } from '../../../shared/trace/commitment.js'
import { traceOf } from '../../../shared/trace/testing/trace-of.js'
import { traceSumKeys } from '../../../shared/trace/trace-sum-keys.js'
import { commitTo, type ForgedSlice, slicesOf, sumsOf } from '../../testing/forged-trace.js'
import { foldedIn } from '../checks/trace/room.js'
import { comparisons } from './comparisons/index.js'
import { compare } from './judge-reveal.js'

const later = (events: readonly InputEvent[], by: number): InputEvent[] => events.map((event) => ({ ...event, t: event.t + by }))
/** Signs up again and again: some seconds of movement each time. */
const person = (seed: number, times = 1): InputEvent[] =>
  Array.from({ length: times }, (_, i) => later(pastesPassword(seed + i), 20_000 * i)).flat()

const NONCE = 'A'.repeat(22)
const committed = (events: readonly InputEvent[]) => traceOf(events).commit(NONCE)

const commitmentOf = (trace: string) => {
  const commitment = decodeCommitment(trace)
  if (!commitment.ok) throw new Error(commitment.error)
  return commitment.value
}
/** How it ends where these are asked for: what is wrong, or nothing. @param changes of what is shown */
function ask({ trace, open }: ReturnType<typeof commitTo>, asked: readonly number[], changes: object = {}, nonce = NONCE): string {
  const compared = compare(commitmentOf(trace), { asked, ...open(asked), ...changes }, nonce)
  if (compared.ok) return ''
  return 'comparison' in compared.error ? compared.error.comparison : 'fault' in compared.error ? compared.error.fault : ''
}

const honest = committed(person(1, 2))
const { leaves } = commitmentOf(honest.trace)
const own = slicesOf(honest, leaves)
const whole: readonly ForgedSlice[] = own.map((text) => ({ text }))
const last = leaves - 1

describe('slices that were asked for', () => {
  it('are good where they are those of the trace, whichever they are, and whoever moved', () => {
    expect(leaves).toBeGreaterThan(6)
    for (const events of [person(5), person(9, 3), keyboardOnly(), touches()]) {
      const commit = committed(events)
      const count = commitmentOf(commit.trace).leaves
      for (let i = 0; i < count; i++) {
        expect(ask(commit, [i])).toBe('')
        for (let j = i + 1; j < count; j++) expect(ask(commit, [i, j]), `${i} ${j}`).toBe('')
      }
    }
  })

  it('are good also of a trace so long that its beginning was forgotten', () => {
    const commit = committed(person(20, 40))
    const { leaves: most } = commitmentOf(commit.trace)
    expect([most, foldedIn(most)]).toEqual([64, 1])
    for (let i = 1; i + 1 < most; i++) expect(ask(commit, [i, i + 1])).toBe('')
  })

  it('are not good where they are others, in another order, or no slices', () => {
    const { slices, path } = honest.open([0, 1, last])
    expect(ask(honest, [0, 1, last], { slices: honest.open([1, 2, last]).slices })).toBe('root-wrong')
    expect(ask(honest, [0, 1, last], { slices: [slices[1], slices[0], slices[2]] })).toBe('root-wrong')
    for (const text of ['', '!', 'AAAA', `${slices[0]}AA`, 'A'.repeat(300)])
      expect(ask(honest, [0, 1, last], { slices: [text, slices[1], slices[2]], path })).toBe('slices-malformed')
  })

  it('are not good where the path leads elsewhere, or is none', () => {
    for (const path of [honest.open([0, 1]).path, '', '!', `${honest.open([0, 1, last]).path}AA`])
      expect(ask(honest, [0, 1, last], { path })).toMatch(/path-malformed|root-wrong/)
  })

  it('are not good for another challenge', () => {
    expect(ask(honest, [0, 1, last], {}, 'B'.repeat(22))).toBe('root-wrong')
  })

  it('are not good where they sum up to something else than was said', () => {
    const more = sumsOf(own[2]!).map((sum, i) => (traceSumKeys[i] === 'step' ? sum + 1 : sum))
    const lying = commitTo(
      whole.map((slice, i) => (i === 2 ? { ...slice, sums: more } : slice)),
      NONCE,
    )
    expect(ask(lying, [2, 3])).toBe('root-wrong')
  })
})

describe('slices that were made up one by one', () => {
  it('do not go on from each other', () => {
    const moving = Array.from({ length: 300 }, (_, i) => move(16 * i, Math.round(500 + 300 * Math.sin(i / 9) + (i % 7)), i))
    const slices = slicesOf(committed(moving), commitmentOf(committed(moving).trace).leaves).map((text) => ({ text }))
    const shuffled = commitTo([slices[0]!, ...slices.slice(1).reverse()], NONCE)
    expect(ask(shuffled, [1, 2])).toBe('neighbours go on from each other')
    expect(ask(shuffled, [1, 3]), 'of those that are no neighbours, nothing says so').toBe('')
  })

  it('do not begin with nothing', () => {
    expect(ask(commitTo(whole.slice(2), NONCE), [0])).toBe('the first begins with nothing')
  })

  it('are the same one again', () => {
    const varied = own.reduce((best, text) => (text.length > best.length ? text : best))
    const copied = commitTo([whole[0]!, { text: varied }, whole[1]!, { text: varied }], NONCE)
    expect(ask(copied, [1, 3])).toBe('no slice is another again')
  })

  it('leave to those that are hidden what none of them can hold', () => {
    const hiding = (name: string, value: number) =>
      commitTo(
        [...whole.slice(0, last), { text: own[last]!, sums: sumsOf(own[last]!).map((sum, i) => (traceSumKeys[i] === name ? value : sum)) }],
        NONCE,
      )
    expect(ask(hiding('scroll', 20), [0, 1])).toBe('')
    expect(ask(hiding('scroll', 5000), [0, 1])).toBe('what is not shown has room')
    expect(ask(hiding('input.movement-interval-variation/1', 9e6), [0, 1])).toBe('what is not shown may be of steps')
  })
})

describe('the comparisons', () => {
  it('leave whoever holds a key down, and whoever moves the pointer by keys, alone', () => {
    const key = keyboardOnly().find((event) => event.kind === 'key-down')!
    const held = Array.from({ length: 120 }, (_, i) => ({ ...key, repeat: i > 0, t: 1000 + 33 * i }) as InputEvent)
    const move = pastesPassword().find((event) => event.kind === 'move')!
    const steady = Array.from({ length: 200 }, (_, i) => ({ ...move, t: 1000 + 16 * i, x: 10 + 4 * i, y: 300 }) as InputEvent)
    for (const events of [held, steady]) {
      const commit = committed(events)
      const count = commitmentOf(commit.trace).leaves
      expect(count).toBeGreaterThan(2)
      expect(ask(commit, [0, 1, 2])).toBe('')
    }
  })

  it('have a name each', () => {
    expect(new Set(comparisons.map(({ name }) => name)).size).toBe(comparisons.length)
  })
})
