import crawlerAgents from 'crawler-user-agents'
import { describe, expect, it } from 'vitest'
import { seen, unsupported } from '../../../shared/observation.js'
import { describedRequest, rawRequest } from '../../testing/described-request.js'
import { people } from '../../testing/people-headers.js'
import { knownAgent } from './known-agent.js'

const observe = (userAgent: string) => knownAgent.observe(rawRequest({ 'user-agent': userAgent }))

describe('http.known-agent', () => {
  it.each(Object.entries(people))('takes no person for a bot: %s', (_, headers) => {
    expect(knownAgent.observe(rawRequest(headers))).toEqual(seen(0))
  })

  it('knows nearly all of what the list shows of its crawlers, by name or by sound', () => {
    const shown = crawlerAgents.flatMap(({ instances }) => instances)
    const missed = shown.filter(
      (userAgent) => observe(userAgent).state === 'ok' && JSON.stringify(observe(userAgent)) === JSON.stringify(seen(0)),
    )
    expect(missed.length / shown.length).toBeLessThan(0.02)
  })

  it('knows crawlers of today by name', () => {
    for (const name of [
      'GPTBot/1.2',
      'ClaudeBot/1.0',
      'PerplexityBot/1.0',
      'CCBot/2.0 (https://commoncrawl.org/faq/)',
      'AhrefsBot/7.0',
      'Googlebot/2.1',
    ]) {
      expect(observe(`Mozilla/5.0 (compatible; ${name})`), name).toEqual(seen(2))
    }
  })

  it('hears a bot that nobody has listed', () => {
    expect(observe('acme-inventory-crawler/0.3')).toEqual(seen(1))
  })

  it('does not take a phone of the brand Cubot for one', () => {
    const cubot =
      'Mozilla/5.0 (Linux; Android 9; CUBOT_X19) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/90.0.4430.210 Mobile Safari/537.36'
    expect(observe(cubot)).toEqual(seen(0))
    // Nor an app’s network layer, which both lists hold.
    expect(observe('okhttp/4.12.0')).toEqual(seen(0))
  })

  it('says nothing of no user agent', () => {
    expect(knownAgent.observe(describedRequest({ accept: '*/*' }))).toEqual(unsupported)
    expect(knownAgent.observe(rawRequest({}))).toEqual(unsupported)
  })
})
