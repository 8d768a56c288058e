import { describe, expect, it } from 'vitest'
import { seen, unsupported } from '../../../shared/observation.js'
import { describedRequest, rawRequest } from '../../testing/described-request.js'
import { people } from '../../testing/people-headers.js'
import { userAgentProgram } from './user-agent-program.js'

const observe = (userAgent: string) => userAgentProgram.observe(rawRequest({ 'user-agent': userAgent }))

describe('http.user-agent-program', () => {
  it.each(Object.entries(people))('finds no program in %s', (_, headers) => {
    expect(userAgentProgram.observe(rawRequest(headers))).toEqual(seen(0))
  })

  it.each([
    'curl/8.5.0',
    'Wget/1.21.4',
    'python-requests/2.32.3',
    'Python/3.12 aiohttp/3.9.5',
    'python-httpx/0.27.0',
    'Go-http-client/2.0',
    'axios/1.7.2',
    'node-fetch/1.0 (+https://github.com/bitinn/node-fetch)',
    'node',
    'Java/17.0.9',
    'libwww-perl/6.72',
    'Scrapy/2.11.2 (+https://scrapy.org)',
    'PHP/8.2.0',
    'GuzzleHttp/7',
    'Mozilla/5.0 zgrab/0.x',
  ])('knows a tool by its name: %s', (userAgent) => {
    expect(observe(userAgent)).toEqual(seen(3))
  })

  it('tells browsers without a window, and apps, from tools', () => {
    expect(
      observe('Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/156.0.0.0 Safari/537.36'),
    ).toEqual(seen(2))
    expect(observe('Mozilla/5.0 (linux) AppleWebKit/537.36 (KHTML, like Gecko) jsdom/26.1.0')).toEqual(seen(2))
    for (const app of ['okhttp/4.12.0', 'Shop/3.1 CFNetwork/1498.700.2 Darwin/23.6.0', 'Dart/3.4 (dart:io)'])
      expect(observe(app)).toEqual(seen(1))
  })

  it('takes an empty user agent for none, and one that nobody told for unknown', () => {
    expect(userAgentProgram.observe(describedRequest({ 'user-agent': '' }))).toEqual(seen(-1))
    expect(userAgentProgram.observe(describedRequest({ accept: '*/*' }))).toEqual(unsupported)
  })
})
