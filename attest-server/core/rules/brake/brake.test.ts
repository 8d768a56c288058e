import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { advanceBrake, type BrakeState, type Counts, countOf, defaultBrakeLimits, isEnforced, settleBrake, startBrake } from './brake.js'

const { leastDecided, settleAfter, mostTrips } = defaultBrakeLimits
const past = { decided: 10_000, blocked: 100 }

/** So many of a hundred, evenly, in batches of a hundred. */
function drive(state: BrakeState, hundreds: number, blocked: number, byChange = blocked): BrakeState {
  let next = state
  for (let i = 0; i < hundreds; i++) next = advanceBrake(next, { decided: 100, blocked, byChange })
  return next
}

/** Mulberry32: the same draws on every machine. */
function draws(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
function drawn(random: () => number, decided: number, share: number): Counts {
  let blocked = 0
  for (let i = 0; i < decided; i++) if (random() < share) blocked++
  return { decided, blocked, byChange: blocked }
}

/** Whether a change that blocks `share` is ever braked, where `before` was blocked. */
function isBraked(seed: number, before: number, share: number): boolean {
  const random = draws(seed)
  let state = startBrake(drawn(random, 5000, before))
  for (let i = 0; i < settleAfter / 25 && state.trips === 0; i++) state = advanceBrake(state, drawn(random, 25, share))
  return state.trips > 0
}
const rateOf = (before: number, share: number, runs = 150) =>
  Array.from({ length: runs }, (_, seed) => isBraked(seed, before, share)).filter(Boolean).length / runs

describe('the brake', () => {
  it('takes back a rule that blocks everybody as soon as it may conclude anything', () => {
    let state = startBrake(past)
    for (let i = 0; i < leastDecided; i++) {
      expect(isEnforced(state)).toBe(true)
      state = advanceBrake(state, countOf('allow', 'block'))
    }
    expect(isEnforced(state)).toBe(false)
    expect(state.jump?.why).toMatch(/^Since the change, 50 of 50 sessions are blocked, 50 of them by the change: at least 8\d\.\d %/)
  })

  it('lets a change settle that blocks no more than was blocked before', () => {
    const state = drive(startBrake(past), settleAfter / 100, 1)
    expect(state).toMatchObject({ phase: 'settled', trips: 0 })
    expect(drive(state, 10, 100)).toBe(state)
  })

  it('almost never takes back what changes nothing, and nearly always what makes the share jump', () => {
    expect(rateOf(0.02, 0.02)).toBeLessThanOrEqual(defaultBrakeLimits.risk)
    expect(rateOf(0.3, 0.3)).toBeLessThanOrEqual(defaultBrakeLimits.risk)
    expect(rateOf(0.02, 0.1)).toBeGreaterThan(0.98)
    expect(rateOf(0.3, 0.6)).toBeGreaterThan(0.98)
  })

  it('is not set off by an attack that the other rules catch', () => {
    const state = drive(startBrake(past), settleAfter / 100, 60, 0)
    expect(state).toMatchObject({ phase: 'settled', trips: 0 })
  })

  it('concludes nothing from a few', () => {
    const state = advanceBrake(startBrake(past), { decided: leastDecided - 1, blocked: leastDecided - 1, byChange: leastDecided - 1 })
    expect(state.phase).toBe('watching')
    expect(drive(startBrake({ decided: 0, blocked: 0 }), 1, 9).phase).toBe('watching')
  })

  it('works without a past: a quarter is taken to be usual, half is not', () => {
    expect(drive(startBrake({ decided: 0, blocked: 0 }), 100, 25).phase).toBe('settled')
    expect(drive(startBrake({ decided: 0, blocked: 0 }), 100, 60).phase).toBe('braked')
  })

  it('lets the change go on when the share has surely fallen well below what set it off, and not before', () => {
    const braked = drive(startBrake(past), 10, 30)
    expect(braked.phase).toBe('braked')
    expect(drive(braked, 80, 1, 1)).toMatchObject({ phase: 'watching', trips: 1 })
    // Of 30 % before, the level that sets it off is 48 %, the lower one 39 %.
    const busy = drive(startBrake({ decided: 10_000, blocked: 3000 }), 10, 80)
    expect(drive(busy, 300, 44)).toMatchObject({ phase: 'braked', trips: 1 })
    expect(drive(busy, 80, 30)).toMatchObject({ phase: 'watching', trips: 1 })
  })

  it('lets the change go on when it blocks nobody any more, whatever others do', () => {
    expect(drive(drive(startBrake(past), 10, 30), 60, 50, 0)).toMatchObject({ phase: 'watching' })
  })

  it('leaves it to a person after a few times', () => {
    let state = startBrake(past)
    for (let i = 0; i < mostTrips + 3; i++) state = drive(drive(state, 10, 50), 90, 0)
    expect(state).toMatchObject({ phase: 'braked', trips: mostTrips })
    expect(isEnforced(settleBrake(state))).toBe(true)
    expect(drive(settleBrake(state), 10, 100).phase).toBe('settled')
  })

  it('counts what a change adds', () => {
    expect(countOf('allow', 'block')).toEqual({ decided: 1, blocked: 1, byChange: 1 })
    expect(countOf('block', 'block')).toEqual({ decided: 1, blocked: 1, byChange: 0 })
    expect(countOf('block', 'allow')).toEqual({ decided: 1, blocked: 0, byChange: 0 })
  })

  const batch = fc
    .tuple(fc.nat(3000), fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([decided, share, part]): Counts => {
      const blocked = Math.floor(decided * share)
      return { decided, blocked, byChange: Math.floor(blocked * part) }
    })
  const baseline = fc.tuple(fc.nat(20_000), fc.double({ min: 0, max: 1, noNaN: true })).map(([decided, share]) => ({
    ...{ decided, blocked: Math.floor(decided * share) },
  }))

  it('stays bounded and explains itself, whatever comes', () => {
    const isSound = (before: { decided: number; blocked: number }, batches: readonly Counts[]) => {
      let state: BrakeState = startBrake(before)
      for (const more of batches) {
        const next = advanceBrake(Object.freeze(state), more)
        expect(next.trips).toBeLessThanOrEqual(mostTrips)
        expect(next.trips - state.trips).toBe(state.phase === 'watching' && next.phase === 'braked' ? 1 : 0)
        if (next.phase === 'braked') expect(next.jump?.shareFrom).toBeGreaterThan(next.jump?.threshold ?? 1)
        expect(JSON.parse(JSON.stringify(next))).toEqual(next)
        state = next
      }
    }
    fc.assert(fc.property(baseline, fc.array(batch, { maxLength: 40 }), isSound), { numRuns: 300 })
  })

  it('never takes back a change whose share is not above what was seen before, however it is cut up', () => {
    const isLeft = (before: { decided: number; blocked: number }, sizes: readonly number[]) => {
      fc.pre(before.decided >= 200)
      let [state, decided, blocked] = [startBrake(before), 0, 0]
      for (const size of sizes) {
        decided += size
        const total = Math.floor((decided * before.blocked) / before.decided)
        state = advanceBrake(state, { decided: size, blocked: total - blocked, byChange: total - blocked })
        blocked = total
      }
      expect(state.trips).toBe(0)
    }
    fc.assert(fc.property(baseline, fc.array(fc.nat(500), { maxLength: 60 }), isLeft), { numRuns: 300 })
  })
})
