import { describe, expect, it } from 'vitest'
import { type FeatureId, features } from '../../../shared/features/index.js'
import type { Feature } from '../../../shared/features/reading/feature.js'
import { startFeatures } from '../../../shared/features/reading/start-features.js'
import { startTally, type Tally, tallyKeys } from '../../../shared/features/reading/tally.js'
import { autofills, keyboardOnly, pastesPassword, penWriter, screenReader, touches } from '../../../shared/features/testing/people.js'
import { startRandom } from '../../../shared/features/testing/random.js'
import { sparseVisit } from '../../../shared/features/testing/sparse-visit.js'
import { type Observation, type Observations, seen, unsupported } from '../../../shared/observation.js'
import { fromCode, toCode } from '../../../shared/scale.js'
import { findingsOf } from '../../testing/findings-of.js'
import { identities } from './identities/index.js'
import { quantileIds, quantilesOf } from './identities/values.js'
import { checkIdentities } from './identities.js'

const list: readonly Feature[] = features
const nothing = Object.fromEntries(tallyKeys.map((key) => [key, 0])) as unknown as Tally

/** A summary of nothing, with changes. */
function check(values: Partial<Record<FeatureId, number>>, tally: Partial<Tally> = {}): string {
  const observations = new Map<FeatureId, Observation>(list.map(({ id }) => [id as FeatureId, unsupported]))
  for (const [id, value] of Object.entries(values)) observations.set(id as FeatureId, seen(value))
  const checked = checkIdentities(observations, { ...nothing, elapsed: 20_000, ...tally })
  return checked.ok ? '' : JSON.stringify(checked.error)
}

const visit = (seed: number) => {
  const shifted = (events: ReturnType<typeof keyboardOnly>, by: number) => events.map((event) => ({ ...event, t: event.t + by }))
  return [...pastesPassword(seed), ...shifted(keyboardOnly(seed), 20_000), ...shifted(pastesPassword(seed + 1000), 40_000)]
}
const summary = (seed: number) => {
  const { observations, tally } = findingsOf(visit(seed))
  return { observations, tally: { ...nothing, ...tally } }
}
/** Of all readings of a summary, those that change by a few percent. @param which true for those that do */
function perturbed(observations: Observations, noise: number, seed: number, which: (i: number) => boolean): Observations {
  const { normal } = startRandom(seed)
  const changed = new Map(observations)
  for (const [i, { id, range }] of list.entries()) {
    const reading = observations.get(id)
    if (reading?.state !== 'ok' || !which(i)) continue
    const value = Math.min(range[1], Math.max(range[0], Number(reading.value) * (1 + normal(0, noise))))
    changed.set(id, seen(fromCode(toCode(value, range), range)))
  }
  return changed
}

describe('the identities', () => {
  it('hold for whatever the collector makes of anybody, however little, and whenever it is asked', () => {
    const random = startRandom(11)
    const people = [autofills(), screenReader(), penWriter(), touches(), keyboardOnly(), pastesPassword(), ...[1, 2, 3].map(visit)]
    for (const events of [...people, ...Array.from({ length: 3000 }, () => sparseVisit(random))]) {
      const [features, tally] = [startFeatures(), startTally()]
      const every = 1 + Math.floor(random.next() * 2 * events.length)
      for (const [i, event] of events.entries()) {
        features.push(event)
        tally.push(event)
        if ((i + 1) % every !== 0 && i + 1 < events.length) continue
        expect(checkIdentities(features.read(), tally.read(event.t))).toMatchObject({ ok: true })
      }
    }
  }, 120_000)

  it('ask nothing of what an older collector does not know, or of one that knows nothing', () => {
    const old = new Map<FeatureId, Observation>([['input.movement-path-efficiency', unsupported]])
    expect(checkIdentities(old, { ...nothing, submits: 1, scrolls: 3 }).ok).toBe(true)
    expect(checkIdentities(new Map(), { ...nothing, elapsed: 900 }).ok).toBe(true)
  })

  it('have a name each', () => {
    expect(new Set(identities.map(({ name }) => name)).size).toBe(identities.length)
  })

  it.each([
    ['a quantile between two of its bins', { 'input.key-interval': 188 }, { keys: 41 }, 'is a quantile'],
    ['two presses in five, of three', { 'input.press-centred': 0.4 }, { presses: 3 }, 'share'],
    ['half a stroke', { 'input.glides': 2.5 }, { moves: 99 }, 'whole number'],
    ['a clock of its own', { 'input.clock-step': 50 }, { moves: 99 }, 'one of its cases'],
    ['a submit that nobody judged', {}, { submits: 1 }, 'is there with submits'],
    ['glides by the dozen without their entropy', { 'input.glides': 20 }, { moves: 99 }, 'is there'],
    ['typing at a desk without a mouse', { 'input.input-keyless': 0, 'input.input-bulk': 0 }, { inputs: 4 }, 'a desk has a mouse'],
    ['strokes without moves', { 'input.strokes': 2 }, { moves: 16 }, ''],
  ] as const)('refuse %s', (_, values, tally, name) => {
    expect(check(values, tally)).toContain('summary-impossible')
    expect(check(values, tally)).toContain(name)
  })

  it('refuse a detour that the way does not have', () => {
    const { observations, tally } = summary(1)
    const straight = new Map(observations).set('input.movement-path-efficiency', seen(1))
    expect(checkIdentities(straight, tally)).toMatchObject({ ok: false })
  })

  it('refuse more waits than there was time', () => {
    const { observations, tally } = summary(2)
    expect(observations.get('input.key-interval')?.state).toBe('ok')
    const long = new Map(observations).set('input.key-interval', seen(Math.max(...quantilesOf('input.key-interval'))))
    expect(checkIdentities(long, tally)).toMatchObject({ ok: false, error: { identity: 'input.key-interval is in its time' } })
  })

  it('catch noise that was added to the numbers of an honest summary, and what stays of it in one number alone', () => {
    const share = (which: (i: number, seed: number) => boolean) => {
      const tries = Array.from({ length: 200 }, (_, seed) => seed + 1).flatMap((seed) => {
        const { observations, tally } = summary(seed)
        const forged = perturbed(observations, 0.03, seed, (i) => which(i, seed))
        return list.every(({ id }) => JSON.stringify(forged.get(id)) === JSON.stringify(observations.get(id)))
          ? []
          : [checkIdentities(forged, tally).ok]
      })
      return tries.filter((passes) => !passes).length / tries.length
    }
    expect(share(() => true)).toBe(1)
    expect(share((i, seed) => i === seed % list.length)).toBeGreaterThan(0.4)
  }, 60_000)

  it('do not depend on whose arithmetic it was: no quantile lies where a last bit would decide its step', () => {
    for (const id of quantileIds) {
      const { range, statistic } = list.find((one) => one.id === id)!
      for (let bin = 0; bin < statistic.size - 1; bin++) {
        const sums = new Float64Array(statistic.size)
        sums[bin] = sums[statistic.size - 1] = 1e6
        const value = Math.min(range[1], Math.max(range[0], statistic.read(sums)))
        const [less, more] = [-1, 1].map((sign) => Math.min(range[1], Math.max(range[0], value * (1 + sign * 1e-12))))
        expect([toCode(less!, range), toCode(more!, range)], `${id} ${bin}`).toEqual([toCode(value, range), toCode(value, range)])
      }
    }
  })
})
