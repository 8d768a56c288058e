import { describe, expect, it } from 'vitest'
import { summaryOf, wilson } from './matrix-summary.mjs'

/** @typedef {import('./run-fleet.mjs').Row} Run */

const account = /** @type {const} */ ({ evidence: '', looksLike: '', botd: 'human', fpscanner: 'human', because: [] })
/** @param {Partial<Run>} changes @returns {Run} */
const run = (changes) => ({
  driver: 'os-line',
  kind: 'bot',
  run: 1,
  hook: 'desk',
  action: 'challenge',
  ok: true,
  ms: 1,
  note: '',
  account,
  ...changes,
})

describe('the confidence interval', () => {
  it('is Wilson’s', () => {
    const [least, most] = wilson(0, 10)
    expect([least, most]).toEqual([0, expect.closeTo(0.2775, 3)])
    expect(wilson(10, 10)).toEqual([expect.closeTo(0.7225, 3), 1])
    expect(wilson(81, 263)).toEqual([expect.closeTo(0.2553, 3), expect.closeTo(0.3662, 3)])
  })
})

describe('the summary', () => {
  it('says which share was stopped, by where bots take hold, and who got through', () => {
    const text = summaryOf([run({}), run({ action: 'allow' }), run({ driver: 'selenium', hook: 'browser', action: 'block' })]).join('\n')
    expect(text).toContain('Bots at the desk, with no hook at all, challenged or blocked: **1 of 2** runs, 50 %')
    expect(text).toContain('Bots with a hook in browser or page, challenged or blocked: **1 of 1** runs, 100 %')
    expect(text).toContain('Bots that got through: os-line (1 of 2).')
    expect(text).toContain('os-line 1/2')
  })

  it('names people who were stopped, and runs without a verdict', () => {
    const person = /** @type {const} */ ({ driver: 'reader', kind: 'person' })
    const allowed = run({ ...person, action: 'allow' })
    expect(summaryOf([allowed]).join()).toContain('People who were stopped: none.')
    expect(summaryOf([allowed]).join()).not.toContain('without a verdict')
    const text = summaryOf([allowed, run({ ...person, action: 'block' }), run({ ...person, action: 'none' })]).join()
    expect(text).toContain('People let through: **1 of 3** runs')
    expect(text).toContain('People who were stopped: reader (1 of 3).')
    expect(text).toContain('Runs without a verdict, counted above as neither let through nor stopped: reader (1 of 3).')
  })

  it('leaves bots without a page out of those that the peers miss', () => {
    const none = /** @type {const} */ ({ ...account, botd: 'none', fpscanner: 'none' })
    expect(summaryOf([run({ driver: 'http-plain', account: none })]).join()).not.toContain('neither peer')
  })
})
