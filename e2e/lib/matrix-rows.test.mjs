import { describe, expect, it } from 'vitest'
import { matrixDocument, matrixTable } from './matrix-document.mjs'
import { matrixRows, median } from './matrix-rows.mjs'

/** @typedef {import('./run-fleet.mjs').Row} Run */

/** @param {Partial<import('./run-fleet.mjs').Account>} account @param {Partial<Run>} run @returns {Run} */
const run = (account = {}, run = {}) => ({
  driver: 'selenium',
  kind: 'bot',
  run: 1,
  action: 'block',
  ok: true,
  ms: 1,
  note: '',
  ...run,
  account: { evidence: 'webdriver', looksLike: 'form-spam', botd: 'bot', fpscanner: 'bot', because: [], ...account },
})

describe('a row of the matrix', () => {
  it('counts what was decided in all runs of a driver', () => {
    const runs = [run(), run({}, { action: 'challenge' }), run({}, { action: 'allow', ok: false }), run({}, { action: 'none', ok: false })]
    expect(matrixRows(runs)).toEqual([
      { driver: 'selenium', kind: 'bot', runs: 4, allow: 1, challenge: 1, block: 1, evidence: 'webdriver', botd: 'bot', fpscanner: 'bot' },
    ])
  })

  it('names the evidence of most runs', () => {
    const runs = ['a', 'b', 'b', ''].map((evidence) => run({ evidence }))
    expect(matrixRows(runs)[0]?.evidence).toBe('b')
    expect(matrixRows([run({ evidence: '' })])[0]?.evidence).toBe('')
  })

  it.each(
    /** @type {const} */ ([
      [['bot', 'human', 'human'], 'human'],
      [['bot', 'human'], 'bot'],
      [['none', 'none', 'human'], 'human'],
      [['none'], 'none'],
    ]),
  )('says what a peer said in most of the runs in which it answered: %j is %s', (words, word) => {
    expect(matrixRows(words.map((botd) => run({ botd })))[0]?.botd).toBe(word)
  })

  it('is there for a run that nobody witnessed', () => {
    const { account: _, ...bare } = run()
    expect(matrixRows([bare])[0]).toMatchObject({ runs: 1, block: 1, evidence: '', botd: 'none', fpscanner: 'none' })
  })

  it('puts bots before people', () => {
    const runs = [run({}, { driver: 'reader', kind: 'person' }), run(), run({}, { driver: 'raw-cdp' })]
    expect(matrixRows(runs).map(({ driver }) => driver)).toEqual(['selenium', 'raw-cdp', 'reader'])
  })
})

describe('the median', () => {
  it('is a number that was there', () => {
    expect(median([3, 1, 2])).toBe(2)
    expect(median([4, 1, 2, 3])).toBe(2)
    expect(median([])).toBeUndefined()
  })
})

describe('the document of the matrix', () => {
  const about = { date: '2026-11-21', machine: '2 processors', atOnce: '6', absent: ['webkitgtk'], peers: 'BotD 2 and fpscanner 1' }
  const runs = [run({ toVerdict: 900 }), run({ toVerdict: 1500 }, { action: 'challenge' }), run({}, { action: 'allow', ok: false })]

  it('shows how often each action was taken, the time to the verdict, and what was not as expected', () => {
    const [, cells = []] = matrixTable(runs)
    expect(cells.slice(0, 6)).toEqual(['selenium', '3', 'allow 1/3, challenge 1/3, block 1/3', 'webdriver', 'form-spam', '0.9 s'])
    expect(cells.at(-1)).toContain('1 NOT AS EXPECTED')
  })

  it('sums up by where bots take hold, against the figures', () => {
    const at = (/** @type {import('./run-fleet.mjs').Hook} */ hook, /** @type {string} */ driver, /** @type {string} */ action) =>
      run({}, { hook, driver, action })
    const desk = ['challenge', 'challenge', 'challenge', 'block', 'allow'].map((action) => at('desk', 'os-line', action))
    const hooked = [at('browser', 'selenium', 'block'), at('browser', 'raw-cdp', 'none'), at('page', 'extension-bot', 'challenge')]
    const text = matrixDocument([...desk, ...hooked, at('no browser', 'http-plain', 'none')], about)
    expect(text).toContain('| browser | 2 | 1 of 2 | 50 % | 100 % | **MISSED** |')
    expect(text).toContain('| page | 1 | 1 of 1 | 100 % | 100 % | reached |')
    expect(text).toContain('| desk | 1 | 4 of 5 | 80 % | ≥ 80 % | reached |')
    expect(text).toContain('| no browser | 1 | 0 of 1 | 0 % | – |  |')
  })

  it('sums up, and says what did not run', () => {
    const text = matrixDocument(runs, about)
    expect(text).toContain('3 runs on 2 processors, bots two and people 6 at once')
    expect(text).toContain('## Not run\n\nwebkitgtk\n')
    expect(text).toContain('## People\n\nNone ran.')
    expect(matrixDocument(runs, { ...about, absent: [] })).not.toContain('Not run')
  })
})
