import { describe, expect, it } from 'vitest'
import { startRandom } from '../../../shared/features/testing/random.js'
import { type CrowdMember, createCrowds, distanceOf } from './crowd.js'
import { marking } from './marks.js'

const WIDTH = marking.length
const { normal } = startRandom(7)
/** What people have in common is nothing here: each value is its own, ten bins of a quantile wide. */
const person = (): Float64Array => Float64Array.from({ length: WIDTH }, () => normal(0, 10))
const noisy = (marks: Float64Array, noise: number): Float64Array => marks.map((mark) => mark + normal(0, noise))

let count = 0
/** With a session, key and network of its own. */
function visitOf(marks: Float64Array, changes: Partial<CrowdMember> = {}): CrowdMember {
  const n = count++
  return { session: `s${n}`, key: `k${n}`, network: `n${n}`, marks, until: 1000, ...changes }
}

function start(people = 128) {
  const crowds = createCrowds()
  const meet = (member: CrowdMember, { project = 'shop', action = 'sign-up', remember = true, now = 0 } = {}) =>
    crowds.meet({ project, action }, member, remember, now)
  for (let i = 0; i < people; i++) meet(visitOf(person()))
  return { meet, crowds }
}

describe('a crowd', () => {
  it('says nothing until it is known how much visits differ here, nor of whoever did little', () => {
    const { meet } = start(0)
    const counts = Array.from({ length: 70 }, () => meet(visitOf(person())))
    expect(counts.slice(0, 64)).toEqual(Array(64).fill(undefined))
    expect(counts.slice(64)).toEqual(Array(6).fill(0))
    expect(meet(visitOf(new Float64Array(WIDTH).fill(Number.NaN)))).toBeUndefined()
  })

  it('counts the networks from which a trace is replayed with noise, and none for people', () => {
    const { meet } = start()
    const trace = person()
    const counts = Array.from({ length: 10 }, () => meet(visitOf(noisy(trace, 1.5))))
    expect(counts).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(meet(visitOf(person()))).toBe(0)
  })

  it('is no other where the session, the key or the network is the same, nor from where nobody knows', () => {
    const { meet } = start()
    const own = visitOf(person())
    meet(own)
    const again = (changes: Partial<CrowdMember>) => meet(visitOf(own.marks, changes), { remember: false })
    const { session, key, network } = own
    expect([again({ session }), again({ key }), again({ network }), again({})]).toEqual([0, 0, 0, 1])
    meet(visitOf(own.marks, { network: undefined }))
    expect([again({}), again({ key: undefined })]).toEqual([1, 1])
  })

  it('is of one place, forgets in time, and keeps nothing of what cost nothing', () => {
    const { meet } = start()
    const trace = person()
    for (let i = 0; i < 5; i++) meet(visitOf(trace), { remember: false })
    expect(meet(visitOf(trace))).toBe(0)
    expect(meet(visitOf(trace), { action: 'log-in' })).toBeUndefined()
    expect(meet(visitOf(trace), { now: 999 })).toBe(1)
    expect(meet(visitOf(trace), { now: 1000 })).toBeUndefined()
  })

  it('is bounded: of the latest 256 visits, of 4 actions of a project, and of 50 projects', () => {
    const { meet } = start()
    const trace = person()
    for (let i = 0; i < 10; i++) meet(visitOf(trace))
    for (let i = 0; i < 256; i++) meet(visitOf(person()))
    expect(meet(visitOf(trace))).toBe(0)
    for (let i = 0; i < 200; i++) meet(visitOf(trace), { project: 'other', action: `${i}` })
    expect(meet(visitOf(trace))).toBe(1)
    for (let i = 0; i < 4; i++) meet(visitOf(trace), { action: `${i}` })
    expect(meet(visitOf(trace))).toBeUndefined()
    const { meet: meetAgain } = start()
    for (let i = 0; i < 50; i++) meetAgain(visitOf(trace), { project: `${i}` })
    expect(meetAgain(visitOf(trace))).toBeUndefined()
  })
})

describe('the distance of two visits', () => {
  const spreads = new Float64Array(WIDTH).fill(2)

  it('is in what is usual here: 0 for the same, 2 at most, however far one value is', () => {
    const one = person()
    const [near, far] = [one.map((mark) => mark + 1), one.map((mark) => mark + 1000)]
    expect([distanceOf(one, one, spreads), distanceOf(one, near, spreads), distanceOf(one, far, spreads)]).toEqual([
      0,
      expect.closeTo(0.5, 9),
      2,
    ])
  })

  it('is the largest where too few values are in both', () => {
    const one = person()
    const few = one.map((mark, i) => (i < 11 ? mark : Number.NaN))
    expect([distanceOf(few, few, spreads), distanceOf(one, few, spreads)]).toEqual([2, 2])
  })
})
