import { createRemoteJWKSet, jwtVerify } from 'jose'
import { check, equal, field, holds, listAt, numberAt, oneOf, status, textAt } from '../harness/assertions.js'
import { Untold } from '../harness/untold.js'
import { agentLabEvents, humanLabEvents } from '../traffic/lab-events.js'
import { curl } from './curl.js'
import type { Sample } from './sample.js'

const JSON_TYPE = 'Content-Type: application/json'
const post = (address: string, body: unknown, ...headers: readonly string[]) =>
  curl('-X', 'POST', address, '-H', JSON_TYPE, ...headers.flatMap((header) => ['-H', header]), '-d', JSON.stringify(body))

/** The document's code blocks are lost; these are the calls that its words describe. */
export const detectionLabSamples: readonly Sample[] = [
  {
    document: 'LAB',
    name: 'get a free key, and list those of an address',
    run: async (client) => {
      if (!client.server) throw new Untold('it would sign up somebody on a server of others')
      const email = 'reader@example.com'
      const answer = await post(`${client.url}/api/signup`, { email })
      const key = textAt(answer, 'api_key')
      const listed = await curl('-G', `${client.url}/api/keys`, '--data-urlencode', `email=${email}`, '-H', `X-API-Key: ${key}`)
      return check(
        status(answer, 200, 201),
        holds('a key', key.startsWith('detlab_')),
        status(listed, 200),
        equal('how many', listAt(listed, 'keys').length, 1),
        holds('it is masked', !listed.text.includes(key)),
      )
    },
  },
  {
    document: 'LAB',
    name: 'curl /api/score',
    run: async (client) => {
      const answer = await post(`${client.url}/api/score`, { events: humanLabEvents() }, `X-API-Key: ${await client.keys.detlab()}`)
      return check(status(answer, 200), oneOf('verdict', field(answer, 'verdict'), ['PASS', 'MARGINAL', 'FAIL']))
    },
  },
  {
    document: 'LAB',
    name: 'curl /api/verify-bot, and validate the trust token',
    run: async (client) => {
      const key = `X-API-Key: ${await client.keys.detlab()}`
      const answer = await post(`${client.url}/api/verify-bot`, { events: agentLabEvents() }, key)
      const keys = createRemoteJWKSet(new URL('/.well-known/jwks.json', client.url))
      const { payload } = await jwtVerify(textAt(answer, 'trust_token'), keys)
      return check(
        status(answer, 200),
        equal('the claim', payload.verdict, 'BOT_VERIFIED'),
        holds('it ends', (payload.exp ?? 0) > Date.now() / 1000),
      )
    },
  },
  {
    document: 'LAB',
    name: 'what a key was used for, and a checkout',
    run: async (client) => {
      const key = `X-API-Key: ${await client.keys.detlab()}`
      const used = await curl(`${client.url}/api/usage`, '-H', key)
      const bought = await post(`${client.url}/api/checkout`, { tier: 'scale' }, key)
      return check(
        status(used, 200),
        holds('what remains is told', numberAt(used, 'remaining') >= 0),
        // A server of one's own sells nothing, and says so.
        status(bought, 200, 501),
      )
    },
  },
  {
    document: 'LAB',
    name: 'a continuous session',
    run: async (client) => {
      const key = `X-API-Key: ${await client.keys.detlab()}`
      const made = await post(`${client.url}/api/verify-bot/session`, {}, key)
      const address = `${client.url}/api/verify-bot/session/${textAt(made, 'session_id')}`
      const told = await post(`${address}/events`, { events: agentLabEvents() }, key)
      const read = await curl(address, '-H', key)
      return check(
        status(made, 201, 200),
        status(told, 200),
        status(read, 200),
        equal('the score', numberAt(read, 'overall_score'), numberAt(told, 'overall_score')),
      )
    },
  },
]
