import { randomUUID } from 'node:crypto'
import { body, check, equal, field, header, holds, numberAt, status, textAt } from '../harness/assertions.js'
import type { Item } from '../harness/item.js'
import { Untold } from '../harness/untold.js'
import { agentLabEvents, humanLabEvents } from '../traffic/lab-events.js'

const SANDBOX = 10
const SANDBOX_VERIFICATION = 5

/** What both products of Detection Lab have in common. */
export const labCommon: readonly Item[] = [
  {
    id: 'LAB-01',
    source: 'S',
    says: 'the key is detlab_…: required on verification, and a false one is 401 on both',
    run: async (client) => {
      const key = await client.keys.detlab()
      const events = agentLabEvents(10)
      const send = (path: string, headers = {}) => client.post(path, { events }, headers)
      const wrong = { 'x-api-key': 'detlab_nobodyhasthiskey0000000000000000' }
      return check(
        holds('it begins with detlab_', key.startsWith('detlab_')),
        status(await send('/api/verify-bot'), 401),
        status(await send('/api/verify-bot', wrong), 401),
        status(await send('/api/score', wrong), 401),
        status(await send('/api/verify-bot', { 'x-api-key': key }), 200),
        status(await send('/api/score', { 'x-api-key': key }), 200),
      )
    },
  },
  {
    id: 'LAB-02',
    source: 'S',
    says: 'X-Request-ID is echoed, and made where there is none',
    run: async (client) => {
      const key = await client.keys.detlab()
      const id = randomUUID()
      const send = (headers = {}) => client.post('/api/score', { events: humanLabEvents() }, { 'x-api-key': key, ...headers })
      const [given, one, two] = [await send({ 'x-request-id': id }), await send(), await send()]
      const made = [one, two].map(({ headers }) => headers['x-request-id'])
      return check(
        header(given, 'X-Request-ID', id),
        header(one, 'X-Request-ID', /^[\w-]{8,}$/),
        holds('each is another', made[0] !== made[1]),
      )
    },
  },
  {
    id: 'LAB-04',
    source: 'S',
    says: 'with a key, X-RateLimit-Limit, -Remaining and -Reset say how much of the minute is left',
    run: async (client) => {
      const key = await client.keys.detlab()
      const send = () => client.post('/api/score', { events: humanLabEvents() }, { 'x-api-key': key })
      const [one, two] = [await send(), await send()]
      const number = (answer: typeof one, name: string) => Number(answer.headers[`x-ratelimit-${name}`])
      const now = Math.floor(Date.now() / 1000)
      const fell = number(one, 'remaining') - number(two, 'remaining')
      return check(
        ...['Limit', 'Remaining', 'Reset'].map((name) => header(one, `X-RateLimit-${name}`, /^\d+$/)),
        holds('the limit is at least ten', number(one, 'limit') >= SANDBOX),
        holds('what remains falls by one, or a new minute has begun', fell === 1 || number(two, 'reset') > number(one, 'reset')),
        holds('the reset lies within the next minute', number(one, 'reset') >= now - 1 && number(one, 'reset') <= now + 61),
      )
    },
  },
  {
    id: 'LAB-05',
    source: 'S',
    says: 'an empty body is 400 {"error":"no data"}, an empty list 400 {"error":"no events"}, on both',
    run: async (client) => {
      const key = await client.keys.detlab()
      const faults = []
      for (const path of ['/api/score', '/api/verify-bot']) {
        const headers = { 'x-api-key': key, 'content-type': 'application/json' }
        const empty = await client.send('POST', path, { headers })
        const none = await client.post(path, { events: [] }, headers)
        faults.push(status(empty, 400), body(empty, { error: 'no data' }), status(none, 400), body(none, { error: 'no events' }))
      }
      return check(...faults)
    },
  },
  {
    id: 'LAB-05b',
    source: 'S',
    says: 'an unknown session is 404 {"error":"session not found"}',
    run: async (client) => {
      const headers = { 'x-api-key': await client.keys.detlab() }
      const path = `/api/verify-bot/session/${randomUUID()}`
      const read = await client.get(path, headers)
      const more = await client.post(`${path}/events`, { events: agentLabEvents(2) }, headers)
      const wanted = { error: 'session not found' }
      return check(status(read, 404), body(read, wanted), status(more, 404), body(more, wanted))
    },
  },
  {
    id: 'LAB-05c',
    source: 'S',
    says: 'beyond the limit: 429 {"error":"Rate limit exceeded"}',
    run: async (client) => {
      if (!client.server) throw new Untold('it would use up the limit of the given key')
      const key = await client.keys.detlab()
      const send = () => client.post('/api/score', { events: [{ type: 'page_leave', page: '/', timestamp_ms: 1 }] }, { 'x-api-key': key })
      // Twenty and one within a minute: whenever the minute begins, one of two has more than ten.
      const answers = []
      for (let i = 0; i <= 2 * SANDBOX && answers.at(-1)?.status !== 429; i++) answers.push(await send())
      const last = answers.at(-1)
      return check(
        equal('the status at the end', last?.status, 429),
        holds('ten pass before', answers.length > SANDBOX),
        last && body(last, { error: 'Rate limit exceeded' }),
        equal('what remains', last?.headers['x-ratelimit-remaining'], '0'),
      )
    },
  },
  {
    id: 'LAB-05d',
    source: 'D',
    says: 'a false key is 401 with a body of {error}',
    run: async (client) => {
      const answer = await client.post('/api/verify-bot', { events: agentLabEvents(2) }, { 'x-api-key': 'detlab_nobody' })
      return check(status(answer, 401), holds('an error in words', textAt(answer, 'error') !== ''))
    },
  },
  {
    id: 'LAB-06',
    source: 'S',
    says: 'a sandbox key has ten detections and five verifications a minute',
    run: async (client) => {
      if (!client.server) throw new Untold('the tier of the given key is not known')
      const headers = { 'x-api-key': await client.keys.detlab() }
      const events = agentLabEvents(2)
      const [detection, verification] = [
        await client.post('/api/score', { events }, headers),
        await client.post('/api/verify-bot', { events }, headers),
      ]
      return check(
        header(detection, 'X-RateLimit-Limit', `${SANDBOX}`),
        header(verification, 'X-RateLimit-Limit', `${SANDBOX_VERIFICATION}`),
      )
    },
  },
  {
    id: 'LAB-06b',
    source: 'S',
    says: 'the higher tiers: 100, 500 and 1,000 detections a minute, and monthly quotas',
    run: async () => {
      throw new Untold('tiers are bought, and a month’s quota is not spent in one run')
    },
  },
  {
    id: 'LAB-30',
    source: 'D',
    says: 'sign-up gives {api_key, tier: sandbox, credits: 100, rate_limit_per_minute: 10}',
    run: async (client) => {
      if (!client.server) throw new Untold('it would sign up somebody on a server of others')
      const address = `sign-up-${randomUUID()}@example.com`
      const answer = await client.post('/api/signup', { email: address }, { 'x-forwarded-for': '198.51.100.251' })
      const wrong = await client.post('/api/signup', { email: 'nobody' }, { 'x-forwarded-for': '198.51.100.252' })
      const key = textAt(answer, 'api_key')
      return check(
        status(answer, 200, 201),
        holds('a key detlab_…', key.startsWith('detlab_')),
        equal('the tier', field(answer, 'tier'), 'sandbox'),
        equal('the credits', numberAt(answer, 'credits'), 100),
        equal('the limit', numberAt(answer, 'rate_limit_per_minute'), SANDBOX),
        status(wrong, 400),
        holds('only its hash is kept', key !== '' && !client.server.holds(key)),
      )
    },
  },
]
