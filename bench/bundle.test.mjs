import { expect, it } from 'vitest'
import { asUrl, bundle } from './bundle.mjs'
import { mouseVisit, touchVisit } from './visits.mjs'

const PARTS = {
  startFeatures: 'shared/features/reading/start-features.ts',
  startTally: 'shared/features/reading/tally.ts',
  encodeFeature: 'shared/wire/observation-codes.ts',
  score: 'shared/scorecard/score.ts',
  clientCard: 'shared/scorecard/client-card.ts',
  startRandom: 'bench/lib/start-random.ts',
}

/** @param {string} code @returns {Promise<{ report: { contributions: unknown[] } }[]>} all that leaves the senses of two visits */
async function told(code) {
  const { startFeatures, startTally, encodeFeature, score, clientCard, startRandom } = await import(asUrl(code))
  return [mouseVisit(3000, startRandom(1)), touchVisit()].map((events) => {
    const [features, tally] = [startFeatures(), startTally()]
    for (const event of events) {
      features.push(event)
      tally.push(event)
    }
    const readings = features.read()
    const letters = [...readings].map(([id, reading]) => `${id} ${encodeFeature(reading, [0, 1000])}`)
    return { letters, readings, tally: tally.read(1), report: score(readings, clientCard) }
  })
}

it('says the same whether its names were shortened or not', { timeout: 60_000 }, async () => {
  const shortened = await bundle(PARTS)
  // `statistic` is shortened, or this proves nothing.
  expect(shortened).not.toMatch(/\bstatistic\b/)
  const whole = await told(await bundle(PARTS, 'es', []))
  expect(whole[0]?.report.contributions.length).toBeGreaterThan(20)
  expect(await told(shortened)).toEqual(whole)
})
