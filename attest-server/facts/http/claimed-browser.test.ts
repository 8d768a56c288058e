import { describe, expect, it } from 'vitest'
import { claimedBrowser } from './claimed-browser.js'

const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)'

describe('claimedBrowser', () => {
  it.each([
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/156.0.0.0 Safari/537.36`, 'chromium', 156],
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`, 'chromium', 140],
    [`Mozilla/5.0 (X11; Linux x86_64) ${WEBKIT} HeadlessChrome/156.0.0.0 Safari/537.36`, 'chromium', 156],
    [`Mozilla/5.0 (Linux; Android 15) ${WEBKIT} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`, 'chromium', 130],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0', 'firefox', 153],
    ['Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0', 'firefox', 140],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15', 'safari', 18],
  ])('reads %s', (userAgent, engine, major) => {
    expect(claimedBrowser(userAgent)).toMatchObject({ engine, major })
  })

  it('takes nothing else for one of the three', () => {
    const ios =
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0 Mobile/15E148 Safari/604.1'
    for (const userAgent of [
      undefined,
      '',
      'curl/8.5.0',
      'Lynx/2.9.0',
      'Opera/9.80 (X11) Presto/2.12',
      'Mozilla/5.0 (compatible; SomeBot/1.0)',
      ios,
      // Could keep a pattern busy for a second, and no browser's is as long.
      `Mozilla/5.0 (X11; rv:${'1'.repeat(2000)}) Gecko/20100101 Firefox/153.0`,
    ]) {
      expect(claimedBrowser(userAgent), userAgent).toBeUndefined()
    }
  })
})
