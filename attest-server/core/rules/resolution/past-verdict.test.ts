import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { VerdictRecord } from '../../../stores/ports.js'
import { documentedFields } from '../fields/documented-fields.js'
import { knownFields } from '../testing/known-fields.js'
import { pastVerdict } from './past-verdict.js'

const record: VerdictRecord = {
  jti: 'a'.repeat(22),
  reference: '7K3VM-Q2XR9',
  projectId: 'prj_1',
  session: 'sess_1',
  issuedAt: 1,
  action: 'challenge',
  posterior: 0.8,
  band: 'suspicious',
  assurance: 'signed',
  origin: 'https://shop.example',
  pageAction: 'view',
  round: 0,
  card: 'server-1',
  llr: 1.4,
  families: { automation: 1.4 },
  hard: [],
  contributions: [{ id: 'tell.webdriver', family: 'automation', llr: 1.4 }],
  counterfactuals: [],
  observations: [
    { id: 'tell.webdriver', state: 'ok', value: true },
    { id: 'tell.headless', state: 'failed', reason: 'threw' },
    { id: 'input.press-dwell', state: 'ok', value: 80 },
  ],
}
const read = (changes: Partial<VerdictRecord>, name: string, threshold = 30) =>
  pastVerdict({ ...record, ...changes }, threshold, knownFields).read(name)

describe('a past verdict, as rules would have read it', () => {
  it('has its score and band against the threshold of today', () => {
    expect([read({}, 'score'), read({}, 'band'), read({}, 'band', 20)]).toEqual([20, 'likely_automated', 'likely_human'])
    expect([read({ hard: ['x'] }, 'score'), read({ hard: ['x'] }, 'band')]).toEqual([1, 'definite'])
  })

  it('is verified where a proof said who it was, so that a draft meets it as a rule would', () => {
    const verified = { by: 'crawler', id: 'google', category: 'search', detection: 504 } as const
    const names = ['verified_bot', 'verified_bot_category', 'band']
    expect(names.map((name) => read({ verified }, name))).toEqual([true, 'search', 'verified'])
    expect(names.slice(0, 2).map((name) => read({}, name))).toEqual([false, null])
  })

  it('has a lower score the more it was taken for a bot, from 1 to 99', () => {
    const odds = fc.double({ min: -40, max: 40, noNaN: true })
    fc.assert(
      fc.property(odds, odds, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((value) => read({ llr: value }, 'score') as number)
        expect(low!).toBeGreaterThanOrEqual(high!)
        expect([low! <= 99, high! >= 1]).toEqual([true, true])
      }),
    )
  })

  it('has what was observed; what was not kept or not seen is unknown', () => {
    expect(['tell.webdriver', 'tell.headless', 'input.press-dwell', 'ip', 'ua', 'path'].map((name) => read({}, name))).toEqual([
      ...[true, null, 80, null, null, null],
    ])
  })

  it('says whether the probes found a usual browser, and nothing where none was asked for', () => {
    expect(read({}, 'js_detection.passed')).toBe(false)
    expect(read({ contributions: [] }, 'js_detection.passed')).toBe(true)
    expect(read({ contributions: [], observations: [] }, 'js_detection.passed')).toBeNull()
  })

  it('answers for every field that is documented', () => {
    for (const { name, nullable } of documentedFields) if (!nullable) expect([name, read({}, name)]).not.toContain(null)
  })
})
