import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rememberOnce } from './remember-once.js'

/** A store on a clock of its own. */
function makeStore(capacity: number) {
  const clock = { time: 1000 }
  return { clock, store: rememberOnce({ capacity, now: () => clock.time }) }
}

describe('rememberOnce', () => {
  it('takes each verdict once', () => {
    const { store } = makeStore(10)
    expect(['a', 'b', 'b', 'a'].map((jti) => store.claim(jti, 1120))).toEqual([true, true, false, false])
  })

  it('makes room for new verdicts by forgetting expired ones, and those alone', () => {
    const { clock, store } = makeStore(3)
    store.claim('long', 1300)
    store.claim('short', 1010)
    store.claim('medium', 1100)
    clock.time = 1010
    expect(store.claim('new', 1400)).toBe(true)
    expect(['long', 'medium', 'new'].map((jti) => store.claim(jti, 1300))).toEqual([false, false, false])
  })

  it('refuses to answer when it is full of verdicts that are still valid, rather than to forget one', () => {
    const { clock, store } = makeStore(2)
    store.claim('a', 1120)
    store.claim('b', 1120)
    expect(() => store.claim('c', 1120)).toThrow('2 verdicts are still valid')
    expect([store.claim('a', 1120), store.claim('b', 1120)]).toEqual([false, false])
    clock.time = 1120
    expect(store.claim('d', 1240)).toBe(true)
  })

  it('does not accept what it forgot when the clock is set back', () => {
    const { clock, store } = makeStore(1)
    store.claim('a', 1120)
    clock.time = 1120
    store.claim('b', 1240)
    clock.time = 1000
    expect(() => store.claim('a', 1120)).toThrow('may have been forgotten')
  })

  it('holds a hundred thousand unless it is told otherwise', () => {
    const store = rememberOnce({ now: () => 1000 })
    for (let i = 0; i < 100_000; i++) store.claim(`jti-${i}`, 1120)
    expect(() => store.claim('one more', 1120)).toThrow('100000 verdicts')
    expect(store.claim('jti-0', 1120)).toBe(false)
  })

  it.each([0, -1, 0.5, Number.NaN, Infinity])('throws a TypeError for a capacity of %s', (capacity) => {
    expect(() => rememberOnce({ capacity })).toThrow(TypeError)
  })

  it('whatever comes, and however the clock goes: accepts nothing twice, holds no more than it may, answers while there is room', () => {
    const step = fc.record({ id: fc.nat(30), wait: fc.integer({ min: -40, max: 60 }) })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.array(step, { maxLength: 120 }), (capacity, steps) => {
        const { clock, store } = makeStore(capacity)
        const accepted = new Map<string, number>()
        const validAt = (time: number) => [...accepted.values()].filter((until) => until > time).length
        let latest = clock.time
        for (const { id, wait } of steps) {
          clock.time += wait
          latest = Math.max(latest, clock.time)
          const jti = `jti-${id}`
          const expires = 1000 + 40 * id
          const answer = attempt(() => store.claim(jti, expires))
          if (typeof answer === 'boolean') expect(answer).toBe(!accepted.has(jti))
          else expect(expires <= latest || validAt(clock.time) >= capacity).toBe(true)
          if (answer === true) accepted.set(jti, expires)
          expect(validAt(latest)).toBeLessThanOrEqual(capacity)
        }
      }),
      { numRuns: 500 },
    )
  })
})

function attempt(claim: () => boolean | Promise<boolean>): unknown {
  try {
    return claim()
  } catch (error) {
    return error
  }
}
