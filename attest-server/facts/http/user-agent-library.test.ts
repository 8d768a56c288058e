import { describe, expect, it } from 'vitest'
import { seen } from '../../../shared/observation.js'
import { firefoxHeaders, rawRequest, requestFacts, safariHeaders } from '../../testing/request-facts.js'
import { userAgentLibrary } from './user-agent-library.js'

const observe = (userAgent: string | undefined) => userAgentLibrary.observe(requestFacts({ 'user-agent': userAgent }))

describe('http.user-agent-library', () => {
  it('leaves browsers alone, also those that nobody knows', () => {
    for (const request of [requestFacts(), rawRequest(firefoxHeaders), rawRequest(safariHeaders)]) {
      expect(userAgentLibrary.observe(request)).toEqual(seen(0))
    }
    for (const name of ['Lynx/2.9.0dev.12', 'Dillo/3.1.0', 'NetSurf/3.11', 'Mozilla/5.0 (compatible; Konqueror/5.0)']) {
      expect(observe(name), name).toEqual(seen(0))
    }
  })

  it.each([
    'curl/8.5.0',
    'python-requests/2.32.3',
    'Python/3.12 aiohttp/3.10',
    'Python-urllib/3.11',
    'node',
    'undici',
    'axios/1.7.7',
    'Go-http-client/1.1',
    'Java/17.0.2',
    'okhttp/4.12.0',
    'Wget/1.21.4',
    'Scrapy/2.11 (+https://scrapy.org)',
    'Mozilla/5.0 (linux) AppleWebKit/537.36 (KHTML, like Gecko) jsdom/26.1.0',
  ])('knows %s', (name) => {
    expect(observe(name)).toEqual(seen(2))
  })

  it('knows a browser without a window from a library', () => {
    expect(
      observe('Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/156.0.0.0 Safari/537.36'),
    ).toEqual(seen(1))
  })

  it('takes silence for no name of a library', () => {
    expect(observe(undefined)).toEqual(seen(-1))
    expect(observe(' ')).toEqual(seen(-1))
  })
})
