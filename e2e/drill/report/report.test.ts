import { JSDOM } from 'jsdom'
import { describe, expect, it } from 'vitest'
import type { Drill, Run } from './drill.js'
import { countsOf, headline, isEnough, wrongOf } from './drill.js'
import { junit } from './junit.js'
import { page } from './page.js'

const run: Run = { driver: 'raw-cdp', kind: 'bot', run: 1, action: 'block', ms: 4200, note: '' }
const drill: Drill = {
  ...{
    url: 'https://my.site/signup',
    attest: 'https://attest.my.site',
    began: new Date(0),
    took: 9000,
    runs: [run],
    missing: [],
    refused: [],
  },
}
const evil = `"'></td><script>alert(1)</script>&\u0000\u001b[31m`

describe('a drill', () => {
  it('counts a run without a verdict as one that got through', () => {
    const runs = [run, { ...run, run: 2, action: 'none' } as const]
    expect(countsOf({ runs })).toMatchObject({ right: 1, runs: 2, share: 0.5 })
    expect([isEnough({ runs, failUnder: 0.5 }), isEnough({ runs, failUnder: 0.51 }), isEnough({ runs })]).toEqual([true, false, true])
  })
  it('counts a person who was stopped as a failure, and one who was let through as none', () => {
    const visit: Run = { ...run, driver: 'person-mouse', kind: 'person', action: 'allow' }
    const runs = [run, visit, { ...visit, action: 'challenge' } as const, { ...visit, action: 'none' } as const]
    expect(countsOf({ runs })).toEqual({ runs: 4, right: 2, share: 0.5, bots: { runs: 1, right: 1 }, people: { runs: 3, right: 1 } })
    expect(headline({ runs })).toBe('1 of 1 runs were stopped, 1 of 3 visits of people let through')
    expect(headline({ runs: [visit] })).toBe('1 of 1 visits of people let through')
  })
  it('names once who came out wrong, bots apart from people', () => {
    const through = { ...run, driver: 'raw-cdp-touch', action: 'allow' } as const
    const visit: Run = { ...run, driver: 'person-mouse', kind: 'person', action: 'challenge' }
    expect(wrongOf({ runs: [run, through, { ...through, run: 2 }, visit] })).toEqual({ bot: ['raw-cdp-touch'], person: ['person-mouse'] })
  })
  it('is not enough of anything where nothing ran', () => {
    expect(isEnough({ runs: [], failUnder: 0.1 })).toBe(false)
  })
})

const hostile: Drill = {
  ...drill,
  url: evil,
  attest: evil,
  runs: [
    { ...run, driver: evil, note: evil, band: evil, reference: evil, screenshot: `/9j/" onload="alert(1)` },
    { ...run, run: 2, reasons: { kind: evil, contributions: [{ id: evil, llr: 4.5 }] } },
  ],
  missing: [{ driver: evil, needs: { what: evil, command: evil } }],
  refused: [evil],
}

describe('the page', () => {
  it('shows each bot with what came of each run', () => {
    const { document } = new JSDOM(page({ ...drill, runs: [run, { ...run, run: 2, action: 'allow' }] })).window
    const cells = Array.from(document.querySelectorAll('tbody tr:first-child > *'), ({ textContent }) => textContent)
    expect(cells).toEqual(['raw-cdp', '✓ blocked 4.2 s', '✗ let through 4.2 s'])
    expect(document.querySelector('h1')?.textContent).toBe('1 of 2 runs were stopped')
  })
  it('shows people apart from bots, by what is right for them', () => {
    const visit: Run = { ...run, driver: 'person-mouse', kind: 'person', action: 'allow' }
    const { document } = new JSDOM(page({ ...drill, runs: [run, visit] })).window
    const cells = Array.from(document.querySelectorAll('table tbody tr'), ({ textContent }) => textContent?.trim())
    expect(cells).toEqual(['raw-cdp✓ blocked 4.2 s', 'person-mouse✓ let through 4.2 s'])
  })
  it('shows what a page said as text, whatever it is', () => {
    const { document } = new JSDOM(page(hostile)).window
    expect(document.querySelectorAll('script, [onload], img')).toHaveLength(0)
    expect(document.querySelector('tbody th')?.textContent).toContain('<script>alert(1)</script>')
    expect(document.querySelector('meta[http-equiv]')?.getAttribute('content')).toMatch(
      /^default-src 'none'; img-src data:; style-src 'sha256-/,
    )
  })
  it('shows pictures that are some', () => {
    const { document } = new JSDOM(page({ ...drill, runs: [{ ...run, screenshot: '/9j/AAAA' }] })).window
    expect(document.querySelector('img')?.getAttribute('src')).toBe('data:image/jpeg;base64,/9j/AAAA')
  })
  it('says so where nothing could be run', () => {
    expect(page({ ...drill, runs: [] })).toContain('Nothing could be run')
  })
})

describe('the report for a CI', () => {
  const parse = (xml: string) => new new JSDOM('').window.DOMParser().parseFromString(xml, 'application/xml')
  it('has a test for each run, failed where the bot got through, skipped where it could not run', () => {
    const missing = [{ driver: 'selenium', needs: { what: 'the package selenium-webdriver' } }]
    const document = parse(junit({ ...drill, runs: [run, { ...run, run: 2, action: 'allow' }], missing }))
    expect(document.querySelectorAll('testcase')).toHaveLength(3)
    expect(document.querySelector('failure')?.getAttribute('message')).toBe('allow')
    expect(document.querySelector('skipped')?.getAttribute('message')).toBe('missing: the package selenium-webdriver')
    expect(document.querySelector('testsuite')?.getAttribute('failures')).toBe('1')
  })
  it('fails where a person was stopped', () => {
    const document = parse(junit({ ...drill, runs: [{ ...run, kind: 'person' }] }))
    expect(document.querySelector('testcase')?.getAttribute('name')).toBe('is let through (run 1)')
    expect(document.querySelector('failure')?.getAttribute('message')).toBe('block')
  })
  it('is XML, whatever a page said', () => {
    const document = parse(junit({ ...hostile, runs: hostile.runs.map((each) => ({ ...each, action: 'none' as const })) }))
    expect(document.querySelector('parsererror')).toBeNull()
    expect(document.querySelectorAll('failure')).toHaveLength(2)
  })
})
