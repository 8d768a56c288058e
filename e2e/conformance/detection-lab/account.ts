import { check, equal, field, holds, listAt, numberAt, status, textAt } from '../harness/assertions.js'
import type { Item } from '../harness/item.js'
import { Untold } from '../harness/untold.js'
import { agentLabEvents, humanLabEvents } from '../traffic/lab-events.js'

/** Keys, usage and payment: purposes stated by the document, shapes proposed. */
export const labAccount: readonly Item[] = [
  {
    id: 'LAB-31',
    source: 'S',
    says: 'the keys of an address are listed masked, to whoever has one of them',
    run: async (client) => {
      if (!client.server) throw new Untold('the address of the given key is not known')
      const email = 'listed@example.com'
      const made = await client.post('/api/signup', { email }, { 'x-forwarded-for': '198.51.100.253' })
      const key = textAt(made, 'api_key')
      const list = await client.get('/api/keys', { 'x-api-key': key }, { email })
      const masked = listAt(list, 'keys').map((row) => textAt(row, 'api_key'))
      const stranger = await client.get('/api/keys', { 'x-api-key': await client.keys.detlab() }, { email })
      return check(
        status(list, 200),
        equal('how many', masked.length, 1),
        holds('its beginning is told', masked[0]?.startsWith(key.slice(0, 9)) === true),
        holds('the key itself is not', !list.text.includes(key)),
        status(await client.get('/api/keys', {}, { email }), 401),
        holds("a stranger's key lists nothing of it", !masked.some((text) => text !== '' && stranger.text.includes(text))),
      )
    },
  },
  {
    id: 'LAB-32',
    source: 'S',
    says: 'usage lists what a key was used for, and what is left',
    run: async (client) => {
      const headers = { 'x-api-key': await client.keys.detlab() }
      const before = await client.get('/api/usage', headers)
      const scored = await client.post('/api/score', { events: humanLabEvents() }, headers)
      await client.post('/api/verify-bot', { events: agentLabEvents() }, headers)
      const after = await client.get('/api/usage', headers)
      const id = scored.headers['x-request-id']
      const row = listAt(after, 'usage').find((entry) => field(entry, 'request_id') === id)
      return check(
        status(after, 200),
        equal('more entries than before', listAt(after, 'usage').length - listAt(before, 'usage').length, 2),
        equal('the endpoint of the first', field(row, 'endpoint'), '/api/score'),
        equal('its verdict', field(row, 'verdict'), field(scored, 'verdict')),
        holds('what remains has fallen', numberAt(after, 'remaining') < numberAt(before, 'remaining')),
        status(await client.get('/api/usage'), 401),
      )
    },
  },
  {
    id: 'LAB-33',
    source: 'S',
    says: 'checkout gives the address of a payment page, or says that nothing can be bought here',
    run: async (client) => {
      const headers = { 'x-api-key': await client.keys.detlab() }
      const answer = await client.post('/api/checkout', { tier: 'pro' }, headers)
      const isPage = answer.status === 200 && /^https:\/\//.test(textAt(answer, 'checkout_url'))
      const isNone = answer.status === 501 && field(answer, 'error') === 'billing not configured'
      return check(holds(`200 with a checkout_url, or 501 (it was ${answer.status})`, isPage || isNone))
    },
  },
  {
    id: 'LAB-62',
    source: 'D',
    says: "the vendor's snippet puts an API key into the page",
    run: async () => {
      throw new Untold('not to be copied: pages have a public site key')
    },
  },
]
