import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type FeatureId, features } from './index.js'
import { knownTraces } from './testing/known-traces.js'
import { readingOf } from './testing/traces.js'

const cases = Object.entries(knownTraces).flatMap(([id, known]) => known.map(([what, value, events]) => [id, what, value, events] as const))

describe('features on known traces', () => {
  it.each(cases)('%s: %s', (id, _what, value, events) => {
    const reading = readingOf({ id: id as FeatureId }, events)
    if (value === undefined) expect(reading).toBeUndefined()
    // A sketch of quantiles errs by 3 %.
    else expect(Math.abs(reading! - value), `${reading} for ${value}`).toBeLessThanOrEqual(Math.max(0.001, 0.031 * Math.abs(value)))
  })

  it.each(Object.entries(knownTraces))('%s has traces that tell it from one that always says the same', (id, known) => {
    const values = known.flatMap(([, value]) => value ?? [])
    const { range } = features.find((feature) => feature.id === id)!
    expect(new Set(values).size).toBeGreaterThanOrEqual(2)
    expect(values.filter((value) => value !== 0 && !(range as readonly number[]).includes(value))).not.toEqual([])
  })

  it('are told for every feature, here, beside it, or by the textbook', () => {
    const files = readdirSync(new URL('.', import.meta.url), { recursive: true }).map(String)
    const textbook = readFileSync(new URL('textbook.test.ts', import.meta.url), 'utf8')
    const untold = features.filter(
      ({ id }) => !(id in knownTraces) && !textbook.includes(`'${id}'`) && !files.some((file) => file.endsWith(`/${id.slice(6)}.test.ts`)),
    )
    expect(untold.map(({ id }) => id)).toEqual([])
  })
})
