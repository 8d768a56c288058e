/** Of each vendor, a user agent and an address that the documents show in a sample. */
export interface KnownCrawler {
  readonly vendor: string
  readonly ua: string
  readonly ip: string
}

/** The samples of the reference part. Vendors move: whether an address is still theirs is theirs to say. */
export const sampleCrawlers: readonly KnownCrawler[] = [
  { vendor: 'google', ip: '66.249.66.1', ua: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' },
  { vendor: 'bing', ip: '157.55.39.250', ua: 'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)' },
  { vendor: 'openai', ip: '20.15.240.186', ua: 'Mozilla/5.0 (compatible; ChatGPT-User/1.0; +https://openai.com/bot)' },
  { vendor: 'yandex', ip: '5.45.207.1', ua: 'Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)' },
  { vendor: 'duck', ip: '20.191.45.1', ua: 'DuckDuckBot/1.0; (+http://duckduckgo.com/duckduckbot.html)' },
  { vendor: 'qwant', ip: '51.158.38.1', ua: 'Mozilla/5.0 (compatible; QwantBot/2.1; +https://help.qwant.com/bot)' },
  { vendor: 'seznam', ip: '77.75.76.3', ua: 'Mozilla/5.0 (compatible; SeznamBot/4.0; +https://napoveda.seznam.cz/cz/search/bot/)' },
]

/** Meta has no sample in the documents. */
export const vendors: readonly string[] = [...sampleCrawlers.map(({ vendor }) => vendor), 'meta']

export const [googlebot, bingbot] = sampleCrawlers as [KnownCrawler, KnownCrawler]

/** Of a documentation range: nobody's. */
export const NOBODYS_ADDRESS = '203.0.113.99'
