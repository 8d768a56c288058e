import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { check, equal, field, holds, listAt, oneOf, shape, status, textAt } from '../harness/assertions.js'
import type { Item } from '../harness/item.js'
import { until } from '../harness/until.js'
import { Untold } from '../harness/untold.js'
import { control, withRules } from '../traffic/control.js'
import { readVerdict, scoredVerdict, startSession } from '../traffic/sessions.js'

const bearer = (key: string) => ({ authorization: `Bearer ${key}` })

const row = z.object({
  name: z.string(),
  category: z.enum(['search', 'ai_crawler', 'ai_search', 'monitoring', 'seo']),
  match_method: z.enum(['ip_cidr', 'rdns_suffix']),
  match_value: z.string().min(1),
})
const exported = z.object({ data: z.array(row).min(20), meta: z.object({ count: z.number().int() }) })
const fault = z.object({ error: z.string(), message: z.string(), code: z.string() })

const pageHit = (token: string) => ({
  schema_version: 1,
  page_id: randomUUID(),
  session_token: token,
  occurred_at: new Date().toISOString(),
  method: 'GET',
  path_hash: '9f86d081884c7d65',
  header_names: ['host', 'user-agent', 'accept', 'accept-language'],
  languages: ['de'],
  had_session_cookie: false,
  duration_ms: 12,
  ja4: null,
})

/** What a customer's backend sends, and what it may ask of the account. */
export const botectBackend: readonly Item[] = [
  {
    id: 'BOT-76',
    source: 'D',
    says: 'GET /v1/account and GET /user say whose token it is',
    run: async (client) => {
      const headers = bearer(await client.keys.account())
      const { id } = await client.keys.project()
      const [account, user] = [await client.get('/v1/account', headers), await client.get('/user', headers)]
      const projects = listAt(account, 'projects').map((project) => field(project, 'id'))
      return check(
        status(account, 200),
        holds('the account lists the project', projects.includes(id)),
        status(user, 200),
        holds(
          'both have an id',
          [account, user].every((answer) => field(answer, 'id') !== undefined),
        ),
        status(await client.get('/v1/account'), 401),
        status(await client.get('/user', bearer('nobody')), 401),
      )
    },
  },
  {
    id: 'BOT-77',
    source: 'D',
    says: 'the export of verified bots is {data: rows, meta: {count}}',
    run: async (client) => {
      const answer = await client.get('/v1/verified-bots/export', bearer(await client.keys.account()))
      const methods = new Set(listAt(answer, 'data').map((bot) => field(bot, 'match_method')))
      const without = await client.get('/v1/verified-bots/export')
      return check(
        status(answer, 200),
        shape(answer, exported),
        equal('the count', field(answer, 'meta.count'), listAt(answer, 'data').length),
        holds('there are addresses', methods.has('ip_cidr')),
        holds('there are names', methods.has('rdns_suffix')),
        status(without, 401),
      )
    },
  },
  {
    id: 'BOT-77b',
    source: 'D',
    says: 'without the feature, the export is 403 FEATURE_NOT_AVAILABLE',
    run: async () => {
      throw new Untold('a self-hosted server withholds no feature from an account')
    },
  },
  {
    id: 'BOT-78',
    source: 'K',
    says: 'the backend asserts that somebody is logged in: {logged_in: true, asserted_at}, and 404 for an unknown session',
    run: async (client) => {
      const { privateKey } = await client.keys.project()
      const token = await startSession(client, 'human')
      const send = (session: string, key: string) => client.send('POST', `/v1/sessions/${session}/logged-in`, { headers: bearer(key) })
      // 404 means: not yet.
      const said = await until(
        () => send(token, privateKey),
        ({ status }) => status !== 404,
        5000,
      )
      return check(
        status(said, 200),
        equal('logged_in', field(said, 'logged_in'), true),
        holds('asserted_at is a time', Number.isFinite(Date.parse(textAt(said, 'asserted_at')))),
        status(await send(`sess_${randomUUID()}`, privateKey), 404),
        status(await send(token, 'sk_nobody'), 401),
      )
    },
  },
  {
    id: 'BOT-79',
    source: 'K',
    says: 'page hits and events of the server are taken under the private key, once for each Idempotency-Key',
    run: async (client) => {
      const { privateKey } = await client.keys.project()
      const token = await startSession(client, 'human')
      const hit = pageHit(token)
      const event = { request_id: randomUUID(), type: 'page', received_at: new Date().toISOString(), payload: {} }
      const events = { schema_version: 1, page_id: hit.page_id, session_token: token, events: [event] }
      const key = randomUUID()
      const send = (path: string, json: unknown, more = {}) => client.post(path, json, { ...bearer(privateKey), ...more })
      const first = await send('/v1/server/page-hits', hit, { 'idempotency-key': key })
      const again = await send('/v1/server/page-hits', hit, { 'idempotency-key': key })
      const taken = await send('/v1/server/events', events, { 'idempotency-key': randomUUID() })
      const refused = await client.post('/v1/server/page-hits', hit, { 'idempotency-key': randomUUID() })
      const bad = await send('/v1/server/page-hits', { ...hit, method: 7 }, { 'idempotency-key': randomUUID() })
      return check(
        ...[first, again, taken].map((answer) => status(answer, 200, 201, 202, 204)),
        equal('the status of the retry', again.status, first.status),
        status(refused, 401),
        status(bad, 422),
      )
    },
  },
  {
    id: 'BOT-80',
    source: 'D',
    says: 'every error is {error, message, code}, and the code goes with the status',
    run: async (client) => {
      const { siteKey } = await client.keys.project()
      const unauthenticated = await client.get('/v1/sessions/sess_a/verdict')
      const invalid = await client.post('/v1/events', { session_token: null, events: [] }, { 'x-botect-site-key': siteKey })
      const broken = await client.send('POST', '/v1/events', {
        text: '{',
        headers: { 'x-botect-site-key': siteKey, 'content-type': 'application/json' },
      })
      const missing = await control(client, 'DELETE', '/rules/rule_nobody')
      return check(
        equal('code of 401', [unauthenticated.status, field(unauthenticated, 'code')], [401, 'UNAUTHENTICATED']),
        equal('code of 422', [invalid.status, field(invalid, 'code')], [422, 'INVALID_PAYLOAD']),
        oneOf('status of broken JSON', broken.status, [400, 422]),
        equal('status of what is not there', missing.status, 404),
        ...[unauthenticated, invalid, broken, missing].map((answer) => shape(answer, fault)),
        holds(
          'none shows where it failed',
          [unauthenticated, invalid, broken, missing].every(({ text }) => !/\bat .+:\d+:\d+/.test(text)),
        ),
      )
    },
  },
  {
    id: 'BOT-82',
    source: 'K',
    says: "an address that was only inferred is never the session's",
    run: async (client) => {
      const { privateKey } = await client.keys.project()
      const token = await startSession(client, 'human')
      const inferred = { observed_ip: '198.51.100.9', observed_ip_source: 'x-real-ip', observed_ip_inferred: true }
      const hit = { ...pageHit(token), ...inferred }
      const taken = await client.post('/v1/server/page-hits', hit, { ...bearer(privateKey), 'idempotency-key': randomUUID() })
      await scoredVerdict(client, token)
      const rules = [{ name: 'by address', expression: 'ip == "198.51.100.9"', action: 'block' }]
      const read = await withRules(client, rules, () => readVerdict(client, token))
      return check(status(taken, 200, 201, 202, 204), equal('the action of a rule on that address', field(read, 'action'), 'allow'))
    },
  },
  {
    id: 'BOT-81',
    source: 'K',
    says: 'the script tag that the SDK renders',
    run: async () => {
      throw new Untold('it is seen in a browser: the end-to-end tests look at it')
    },
  },
  {
    id: 'BOT-83',
    source: 'K',
    says: 'a page token of another visitor is 409',
    run: async () => {
      throw new Untold('page tokens are minted by the customer’s SDK; the contract names no request that carries one')
    },
  },
]
