import { describe, expect, it } from 'vitest'
import { startFeatures } from '../../../shared/features/reading/start-features.js'
import { startTally, type Tally, tallyKeys } from '../../../shared/features/reading/tally.js'
import { autofills, keyboardOnly, pastesPassword, penWriter, screenReader, touches } from '../../../shared/features/testing/people.js'
import { startRandom } from '../../../shared/features/testing/random.js'
import { sparseVisit } from '../../../shared/features/testing/sparse-visit.js'
import { type Observation, type ObservationId, seen, unsupported } from '../../../shared/observation.js'
import { clientCard } from '../../../shared/scorecard/client-card.js'
import { tallyOfKinds } from '../../../shared/trace/follows.js'
import { commitmentOver } from '../../../shared/trace/testing/commit-now.js'
import { traceOf } from '../../../shared/trace/testing/trace-of.js'
import { traceSumKeys } from '../../../shared/trace/trace-sum-keys.js'
import { type EvidenceClaims, NO_CARD, STILL_CARD } from '../../../shared/wire/evidence.js'
import { findingsOf } from '../../testing/findings-of.js'
import { traceRules } from './trace/index.js'
import { checkTrace } from './trace.js'

const claimsWith = (trace: string | undefined, card: string = clientCard.version) =>
  ({ card, ...(trace === undefined ? {} : { trace }) }) as EvidenceClaims
const nothing = Object.fromEntries(tallyKeys.map((key) => [key, 0])) as unknown as Tally
const VARIATION = 'input.movement-interval-variation'

const events = pastesPassword(3)
const { observations, tally: counted } = findingsOf(events)
const tally = { ...nothing, ...counted }
const NONCE = 'A'.repeat(22)
const { trace } = traceOf(events).commit(NONCE)

/** Why it is refused; empty where it is not. */
const check = (changes: { trace?: string; tally?: Partial<Tally>; values?: readonly (readonly [ObservationId, Observation])[] } = {}) => {
  const all = new Map([...observations, ...(changes.values ?? [])])
  const checked = checkTrace(claimsWith(changes.trace ?? trace), all, { ...tally, ...changes.tally }, true)
  return checked.ok || checked.error.reason !== 'trace-impossible' ? '' : checked.error.rule
}

/** A commitment to slices that are said to sum up to this. */
const committed = (...slices: readonly Readonly<Record<string, number>>[]): string =>
  commitmentOver(slices.map((sums) => ({ hash: new Uint8Array(16), sums: traceSumKeys.map((key) => sums[key] ?? 0) })))
const times = <T>(count: number, one: T): T[] => Array<T>(count).fill(one)
const ofNothing = (trace: string, tally: Partial<Tally>, values: readonly (readonly [ObservationId, Observation])[] = []) => {
  const checked = checkTrace(claimsWith(trace), new Map(values), { ...nothing, elapsed: 20_000, ...tally }, true)
  return checked.ok || checked.error.reason !== 'trace-impossible' ? '' : checked.error.rule
}

describe('what a summary commits to', () => {
  it('agrees with it, whatever was done, however little, and whenever it is asked for', () => {
    const random = startRandom(7)
    const people = [autofills(), screenReader(), penWriter(), touches(), keyboardOnly(), pastesPassword()]
    for (const visit of [...people, ...Array.from({ length: 500 }, () => sparseVisit(random))]) {
      const [features, tally, trace] = [startFeatures(), startTally(), traceOf([])]
      const every = 1 + Math.floor(random.next() * 2 * visit.length)
      for (const [i, event] of visit.entries()) {
        features.push(event)
        tally.push(event)
        trace.push(event)
        if ((i + 1) % every !== 0 && i + 1 < visit.length) continue
        expect(checkTrace(claimsWith(trace.commit(NONCE).trace), features.read(), tally.read(event.t), true)).toMatchObject({ ok: true })
      }
    }
  }, 60_000)

  it('is there where something was observed, unless nobody signed it, and nowhere else', () => {
    const ends = [
      [undefined, clientCard.version],
      [trace, STILL_CARD],
      [trace, NO_CARD],
    ] as const
    for (const [own, card] of ends)
      expect(checkTrace(claimsWith(own, card), observations, tally, true)).toMatchObject({ error: { reason: 'trace-impossible' } })
    for (const card of [STILL_CARD, NO_CARD])
      expect(checkTrace(claimsWith(undefined, card), observations, tally, true)).toEqual({ ok: true, value: undefined })
    expect(ofNothing(traceOf([]).commit(NONCE).trace, {})).toBe('')
    expect(checkTrace(claimsWith(undefined), observations, tally, false)).toEqual({ ok: true, value: undefined })
  })

  it('has one spelling', () => {
    for (const other of [`${trace}A`, trace.slice(1), 'AA', 'A'.repeat(400)]) expect(check({ trace: other }), other).toMatch(/spelling/)
  })

  it.each(Object.keys(tallyOfKinds) as (keyof Tally)[])('has as many of its %s, not one more or less', (name) => {
    expect(check()).toBe('')
    expect(check({ tally: { [name]: tally[name] + 1 } })).toBe(`${name} are those of the trace`)
    if (tally[name] > 0) expect(check({ tally: { [name]: tally[name] - 1 } })).toBe(`${name} are those of the trace`)
  })

  it('has room for them: no slice is empty, and none holds more than its bytes', () => {
    expect(ofNothing(committed({ scroll: 96 }), { scrolls: 96 })).toBe('')
    expect(ofNothing(committed({ scroll: 97 }), { scrolls: 97 })).toMatch(/room/)
    expect(ofNothing(committed({ step: 65 }, { scroll: 40 }), { moves: 65, scrolls: 40 })).toBe('no slice has more steps than it holds')
    expect(ofNothing(committed({ scroll: 1 }, {}), { scrolls: 1 })).toMatch(/room/)
  })

  it('has forgotten no more than a page that old has, and only what was less than what it kept', () => {
    const walked = (step: number, duration = 0) => ({
      step,
      duration,
      scroll: 1,
      [`${VARIATION}/0`]: step,
      [`${VARIATION}/1`]: 16 * step,
      [`${VARIATION}/2`]: 260 * step,
    })
    const forgotten = (folded: number, each: number, elapsed: number, duration = elapsed) =>
      ofNothing(
        committed(walked(folded, duration), ...times(62, walked(each)), walked(1)),
        { moves: folded + 62 * each + 1, scrolls: 64, elapsed },
        [[VARIATION, seen(0.125)]],
      )
    expect(forgotten(100, 2, 100_000)).toBe('')
    expect(forgotten(5000, 30, 100_000)).toBe('')
    for (const lie of [
      forgotten(6000, 8, 60_000),
      forgotten(6000, 8, 1e9, 60_000),
      forgotten(6000, 8, 60_000, 1e9),
      forgotten(40, 0, 60_000),
    ])
      expect(lie).toBe('what was forgotten was less than what is kept')
  })

  it('took no longer than the page was there', () => {
    const steps = { step: 48, [`${VARIATION}/0`]: 48, [`${VARIATION}/1`]: 45_000, [`${VARIATION}/2`]: 42_500_000 }
    const values = [[VARIATION, seen(0.0865)]] as const
    expect(ofNothing(committed(steps, steps), { moves: 96, elapsed: 40_000 }, values)).toBe('')
    expect(ofNothing(committed(steps, steps), { moves: 96, elapsed: 20_000 }, values)).toMatch(/in their time/)
  })

  it('sums up what steps can sum up to', () => {
    const honest = { step: 20, [`${VARIATION}/0`]: 20, [`${VARIATION}/1`]: 320, [`${VARIATION}/2`]: 5200 }
    const sums = (changes: Readonly<Record<string, number>>) => ofNothing(committed({ ...honest, ...changes }), { moves: 20 })
    expect(sums({})).toBe('')
    for (const changes of [
      { [`${VARIATION}/0`]: 19 },
      { [`${VARIATION}/2`]: 5000 },
      { [`${VARIATION}/2`]: 400_000 },
      { [`${VARIATION}/1`]: 20_001, [`${VARIATION}/2`]: 20_010_000 },
      { 'input.movement-even-steps/0': 21 },
      { 'input.movement-even-steps/0': 3, 'input.movement-even-steps/1': 4 },
      { 'input.movement-turn-entropy/3': 21 },
    ])
      expect(sums(changes), JSON.stringify(changes)).toMatch(/so many steps/)
  })

  it('says of steps what it says itself, within what whole pixels and milliseconds change', () => {
    for (const id of [VARIATION, 'input.movement-even-steps', 'input.movement-turn-entropy'] as const) {
      const said = observations.get(id)
      if (said?.state !== 'ok') throw new Error(`${id} is to be there`)
      const value = Number(said.value)
      expect(check({ values: [[id, seen(value + 0.01)]] })).toBe('')
      expect(check({ values: [[id, seen(value > 0.5 ? value - 0.75 : value + 0.75)]] })).toBe(`${id} is that of the trace`)
    }
  })

  it('knows how many steps there were: their times are there in both or in neither', () => {
    expect(check({ values: [[VARIATION, unsupported]] })).toBe(`${VARIATION} is there with the trace’s`)
    expect(ofNothing(committed({ move: 40 }), { moves: 40 }, [[VARIATION, seen(0.4)]])).toBe(`${VARIATION} is there with the trace’s`)
  })

  it('is held to rules with a name each', () => {
    expect(new Set(traceRules.map(({ name }) => name)).size).toBe(traceRules.length)
  })
})
