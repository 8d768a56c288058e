import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crawlers } from '../../crawlers/index.js'
import { claimsOf } from './claims.js'
import { findCrawler } from './find-crawler.js'

const claimed = (userAgent: string) => claimsOf(userAgent, crawlers).map(({ crawler, agent }) => `${crawler.id} ${agent.token}`)

describe('what a user agent says to be of', () => {
  it.each([
    ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', 'google Googlebot'],
    [
      'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm) Chrome/136 Safari/537.36',
      'bing bingbot',
    ],
    ['DuckDuckBot/1.0; (+http://duckduckgo.com/duckduckbot.html)', 'duck DuckDuckBot'],
    ['Mozilla/5.0 (compatible; QwantBot/2.1; +https://help.qwant.com/bot)', 'qwant Qwantbot'],
    ['facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)', 'meta facebookexternalhit'],
    ['meta-externalagent/1.1 (+https://developers.facebook.com/docs/sharing/webmasters/crawler)', 'meta meta-externalagent'],
    ['Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)', 'yandex YandexBot'],
    ['Mozilla/5.0 (compatible; YandexSomethingNew/1.0; +http://yandex.com/bots)', 'yandex yandex.com/bots'],
    ['Mozilla/5.0 (compatible; SeznamBot/4.0; +https://napoveda.seznam.cz/cz/search/bot/)', 'seznam SeznamBot'],
    ['Mozilla/5.0 (compatible; ChatGPT-User/1.0; +https://openai.com/bot)', 'openai ChatGPT-User'],
    ['Mozilla/5.0 (Macintosh) AppleWebKit/605 Safari/605 (Applebot/0.1; +http://www.apple.com/go/applebot)', 'apple Applebot'],
    ['Mozilla/5.0 (compatible; Yahoo! Slurp; http://help.yahoo.com/help/us/ysearch/slurp)', 'yahoo Yahoo! Slurp'],
    ['TelegramBot (like TwitterBot)', 'telegram TelegramBot'],
    ['GOOGLEBOT', 'google Googlebot'],
  ])('%s', (userAgent, claim) => {
    expect(claimed(userAgent)).toEqual([claim])
  })

  it.each([
    [
      'a person in Chrome',
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
    ],
    ['a person in DuckDuckGo', 'Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 Version/18 Mobile/15E148 DuckDuckGo/7 Safari/605.1.15'],
    ['a person in Yandex Browser', 'Mozilla/5.0 (Windows NT 10.0) Chrome/130 YaBrowser/24.12 Safari/537.36'],
    ['a person in the app of Pinterest', 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) AppleWebKit/605 Mobile/15E148 [Pinterest/iOS]'],
    ['a person in the app of Facebook', 'Mozilla/5.0 (iPhone) AppleWebKit/605 Mobile/15E148 [FBAN/FBIOS;FBAV/450.0;FBBV/1]'],
    [
      'a person who is sent a link in iMessage',
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0',
    ],
    ['a person with Claude Code', 'Claude-User (claude-code/2.1; +https://support.anthropic.com/)'],
    ['another crawler with a name that ends alike', 'NotGooglebot/1.0'],
    ['another crawler with a name that begins alike', 'Googlebotanist/1.0'],
    ['nobody', ''],
  ])('is nothing for %s', (_, userAgent) => {
    expect(claimed(userAgent)).toEqual([])
  })

  it('is never an exception, and found only where it stands on its own', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const free = !/[a-z0-9]$/i.test(before) && !/^[a-z0-9]/i.test(after)
        expect(claimed(`${before}MojeekBot${after}`).includes('mojeek MojeekBot')).toBe(free)
      }),
    )
  })

  it('is looked for in a text of bounded length', () => {
    expect(claimed(`${'x'.repeat(2000)} Googlebot`)).toEqual([])
  })
})

describe('a vendor', () => {
  it('is found by its id or alias, in any case', () => {
    expect(['google', 'DUCK', 'DuckDuckGo', 'facebook'].map((name) => findCrawler(name, crawlers)?.id)).toEqual([
      'google',
      'duck',
      'duck',
      'meta',
    ])
  })

  it.each(['foo', '', 'detect', '__proto__', 'constructor', 'google/'])('is not %s', (name) => {
    expect(findCrawler(name, crawlers)).toBeUndefined()
  })
})
