import { z } from 'zod'
import { check, equal, field, header, holds, shape, status } from '../harness/assertions.js'
import type { Client } from '../harness/client.js'
import type { Item } from '../harness/item.js'
import { Untold } from '../harness/untold.js'

const place = z.strictObject({
  ip: z.string(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  country_name: z.string().nullable(),
  city: z.string().nullable(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable(),
  currency_symbol: z.string().nullable(),
  threat: z.boolean().nullable(),
})

/** The collector, and what it loads by its name from beside itself. */
async function scriptsOf(client: Client): Promise<string> {
  const { text } = await client.get('/collector.js')
  const texts = [text]
  for (const name of ['compat.js', 'senses.js', 'enforce.js'].filter((name) => text.includes(name))) {
    const answer = await client.get(`/${name}`)
    if (answer.status === 200) texts.push(answer.text)
  }
  return texts.join('\n')
}

/** What a page that carries this key is answered when it begins. */
const begin = (client: Client, siteKey: string) => client.post('/v1/challenge', { siteKey }, { origin: client.url })

const ENOUGH = 2000

/** What a page sees of detectip: the collector, and where the visitor is. */
export const dipPage: readonly Item[] = [
  {
    id: 'DIP-01',
    source: 'S',
    says: 'GET /v1/myip needs no key and tells the address, country, city, currency and whether it is a threat',
    run: async (client) => {
      const answer = await client.get('/v1/myip', client.server ? { 'x-forwarded-for': '203.0.113.7' } : {})
      return check(
        status(answer, 200),
        shape(answer, place),
        client.server ? equal('the address', field(answer, 'ip'), '203.0.113.7') : undefined,
      )
    },
  },
  {
    id: 'DIP-01b',
    source: 'S',
    says: 'it is rate-limited: 429 in the end, for that address alone',
    run: async (client) => {
      if (!client.server) throw new Untold('it would use up the limit of this address')
      const ask = (address: string) => client.get('/v1/myip', { 'x-forwarded-for': address })
      let last = await ask('203.0.113.8')
      for (let i = 0; i < ENOUGH && last.status === 200; i++) last = await ask('203.0.113.8')
      return check(status(last, 429), status(await ask('203.0.113.9'), 200))
    },
  },
  {
    id: 'DIP-02',
    source: 'S',
    says: 'the collector is served as a script for any page, knows the cookie botd_token, and its key may be written pk_live_…',
    run: async (client) => {
      const answer = await client.get('/collector.js')
      const { siteKey } = await client.keys.project()
      const known = await begin(client, siteKey)
      const live = await begin(client, siteKey.replace('pk_', 'pk_live_'))
      const unknown = await begin(client, 'pk_live_nobodyhasthiskey00000')
      return check(
        status(answer, 200),
        header(answer, 'Content-Type', /javascript/),
        holds('botd_token stands in the scripts', (await scriptsOf(client)).includes('botd_token')),
        equal('the status of its key as pk_live_…', live.status, known.status),
        status(unknown, 401),
      )
    },
  },
  {
    id: 'DIP-10',
    source: 'S',
    says: 'the attribute data-enforce is known to the script',
    run: async (client) => check(holds('enforce stands in the scripts', /\benforce\b/.test(await scriptsOf(client)))),
  },
  {
    id: 'DIP-11',
    source: 'S',
    says: 'the script fires the event botd:verdict',
    run: async (client) => check(holds('botd:verdict stands in the scripts', (await scriptsOf(client)).includes('botd:verdict'))),
  },
  {
    id: 'DIP-12',
    source: 'S',
    says: 'a challenge is an interstitial with proof of work',
    run: async () => {
      throw new Untold('it is seen in a browser: the end-to-end tests look at it')
    },
  },
  {
    id: 'DIP-15',
    source: 'S',
    says: 'an OpenAPI description is served, and names the endpoints',
    run: async (client) => {
      const answer = await client.get('/openapi.json')
      const paths = Object.keys((field(answer, 'paths') ?? {}) as object)
      const missing = ['/v1/myip', '/api/v1/verdict', '/api/v1/usage'].filter((path) => !paths.includes(path))
      return check(status(answer, 200), equal('what it does not name', missing, []))
    },
  },
]
