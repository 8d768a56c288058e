import { check, equal, field, holds, status } from '../harness/assertions.js'
import { bingbot, googlebot, sampleCrawlers } from '../traffic/crawlers.js'
import { curl } from './curl.js'
import type { Sample } from './sample.js'

const JSON_TYPE = 'Content-Type: application/json'
const post = (address: string, body: object, ...more: readonly string[]) =>
  curl('-X', 'POST', address, '-H', JSON_TYPE, ...more, '-d', JSON.stringify(body))

/** Vendors whose addresses of the samples are still their own; of the others the document shows both answers. */
const STILL_THEIRS: readonly string[] = ['google', 'bing']

/** The reference part: each vendor by curl, with the key in the body. */
const ofVendors = sampleCrawlers.map(
  ({ vendor, ip, ua }): Sample => ({
    document: 'YEB',
    name: `curl /v1/bot/detect/${vendor}`,
    run: async (client) => {
      const answer = await post(`${client.url}/v1/bot/detect/${vendor}`, { api_key: await client.keys.yeb(), ip, ua })
      const match = field(answer, 'result.ip_match')
      return check(
        status(answer, 200),
        equal('the vendor', field(answer, 'result.vendor'), vendor),
        STILL_THEIRS.includes(vendor) ? equal('ip_match', match, true) : holds('ip_match is told', typeof match === 'boolean'),
      )
    },
  }),
)

export const yebSamples: readonly Sample[] = [
  {
    document: 'YEB',
    name: 'curl /v1/bot/detect/detect',
    run: async (client) => {
      const { ip, ua } = googlebot
      const answer = await post(`${client.url}/v1/bot/detect/detect`, { api_key: await client.keys.yeb(), ip, ua })
      return check(
        status(answer, 200),
        equal('the vendor', field(answer, 'result.vendor'), 'google'),
        equal('ip_match', field(answer, 'result.ip_match'), true),
      )
    },
  },
  ...ofVendors,
  {
    document: 'YEB',
    name: 'quick start: auto with a Bearer',
    run: async (client) => {
      const { ip, ua } = googlebot
      const answer = await post(`${client.url}/v1/bot/detect`, { ip, ua }, '-H', `Authorization: Bearer ${await client.keys.yeb()}`)
      return check(status(answer, 200), equal('ok', field(answer, 'result.ok'), true))
    },
  },
  {
    document: 'YEB',
    name: 'quick start: Google with a Bearer',
    run: async (client) => {
      const answer = await post(
        `${client.url}/v1/bot/detect/google`,
        { ip: googlebot.ip },
        '-H',
        `Authorization: Bearer ${await client.keys.yeb()}`,
      )
      return check(status(answer, 200), equal('reason', field(answer, 'result.reason'), 'ip_match'))
    },
  },
  {
    document: 'YEB',
    name: 'JS fetch: Bing',
    run: async (client) => {
      const headers = { Authorization: `Bearer ${await client.keys.yeb()}`, 'Content-Type': 'application/json' }
      const ask = async (ip: string): Promise<unknown> =>
        (await fetch(`${client.url}/v1/bot/detect/bing`, { method: 'POST', headers, body: JSON.stringify({ ip }) })).json()
      const [shown, known] = [await ask('40.77.167.129'), await ask(bingbot.ip)]
      return check(
        equal('the vendor', field(shown, 'result.vendor'), 'bing'),
        equal('an address of Bing', field(known, 'result.ip_match'), true),
      )
    },
  },
]
