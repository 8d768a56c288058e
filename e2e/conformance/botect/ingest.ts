import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { check, equal, field, holds, numberAt, shape, status, textAt } from '../harness/assertions.js'
import type { Item } from '../harness/item.js'
import { Untold } from '../harness/untold.js'
import { botectEvent, humanEvents } from '../traffic/botect-events.js'
import { scoredVerdict, sendBatch, startSession } from '../traffic/sessions.js'

const accepted = z.object({
  session_token: z.string().regex(/^[A-Za-z0-9_-]{1,128}$/),
  accepted: z.number().int(),
  duplicates: z.number().int(),
})

const BURST = 150

/** `POST /v1/events`: how batches are taken. What may be in them stands in ingest-grammar.ts. */
export const botectIngest: readonly Item[] = [
  {
    id: 'BOT-10',
    source: 'S',
    says: 'ingest answers 202, however many come, and never 429',
    run: async (client) => {
      const token = await startSession(client, 'human')
      const statuses = new Set<number>()
      for (let i = 0; i < BURST; i++) {
        const { status } = await sendBatch(client, { token, events: [botectEvent('mouse', { mouse_moves: i })] })
        statuses.add(status)
      }
      return check(equal(`the statuses of ${BURST} batches in a row`, [...statuses], [202]))
    },
  },
  {
    id: 'BOT-11',
    source: 'D',
    says: 'a first batch that is sent again under its Idempotency-Key resolves to the same session',
    run: async (client) => {
      const [key, other] = [randomUUID(), randomUUID()]
      const events = humanEvents()
      const first = await sendBatch(client, { events, key })
      const again = await sendBatch(client, { events, key })
      const another = await sendBatch(client, { events: humanEvents(), key: other })
      return check(
        status(first, 202),
        status(again, 202),
        equal('the session of the retry', textAt(again, 'session_token'), textAt(first, 'session_token')),
        holds('another key starts another session', textAt(another, 'session_token') !== textAt(first, 'session_token')),
        holds('the token is not empty', textAt(first, 'session_token') !== ''),
      )
    },
  },
  {
    id: 'BOT-12',
    source: 'K',
    says: 'an Idempotency-Key outside its grammar is not taken',
    run: async (client) => {
      const good = await sendBatch(client, { events: humanEvents(), key: `${'aZ09_-'.repeat(21)}xy` })
      const long = await sendBatch(client, { events: humanEvents(), key: 'a'.repeat(129) })
      const odd = await sendBatch(client, { events: humanEvents(), key: 'no spaces' })
      return check(status(good, 202), status(long, 400, 422), status(odd, 400, 422))
    },
  },
  {
    id: 'BOT-13',
    source: 'D',
    says: 'session_token null mints a token, and a known one continues its session',
    run: async (client) => {
      const first = await sendBatch(client, { events: humanEvents() })
      const token = textAt(first, 'session_token')
      const next = await sendBatch(client, { token, events: humanEvents() })
      const other = await sendBatch(client, { events: humanEvents() })
      return check(
        status(first, 202),
        equal('the token of the next batch', textAt(next, 'session_token'), token),
        holds('another first contact gets another', !['', token].includes(textAt(other, 'session_token'))),
      )
    },
  },
  {
    id: 'BOT-15',
    source: 'D',
    says: 'the second identical batch is all duplicates; an event counts once by its request_id',
    run: async (client) => {
      const events = humanEvents()
      const first = await sendBatch(client, { events })
      const token = textAt(first, 'session_token')
      const again = await sendBatch(client, { token, events })
      const mixed = await sendBatch(client, { token, events: [...events.slice(0, 2), botectEvent('mouse', { mouse_moves: 3 })] })
      const counts = (answer: typeof first) => [numberAt(answer, 'accepted'), numberAt(answer, 'duplicates')]
      return check(
        equal('accepted and duplicates of the first', counts(first), [events.length, 0]),
        equal('of the second', counts(again), [0, events.length]),
        equal('of one with a new event among two old ones', counts(mixed), [1, 2]),
      )
    },
  },
  {
    id: 'BOT-19',
    source: 'D',
    says: 'the answer is {session_token, accepted, duplicates}',
    run: async (client) => {
      const answer = await sendBatch(client, { events: humanEvents() })
      return check(status(answer, 202), shape(answer, accepted), equal('accepted', field(answer, 'accepted'), humanEvents().length))
    },
  },
  {
    id: 'BOT-20',
    source: 'D',
    says: 'over quota, ingest still answers 202 and may say over_quota',
    run: async () => {
      throw new Untold('a quota large enough for real traffic is not spent in one run')
    },
  },
  {
    id: 'BOT-21',
    source: 'D',
    says: 'under its own load, ingest may be sampled or shed',
    run: async () => {
      throw new Untold('a permission, not a duty: nothing that a request shows breaks it')
    },
  },
  {
    id: 'BOT-22',
    source: 'D',
    says: 'without a site key, or with a false one: 401 UNAUTHENTICATED',
    run: async (client) => {
      const body = { session_token: null, events: humanEvents() }
      const none = await client.post('/v1/events', body)
      const wrong = await sendBatch(client, { events: humanEvents(), siteKey: 'pk_nobodyhasthiskeyatall0' })
      return check(
        status(none, 401),
        equal('code without a key', field(none, 'code'), 'UNAUTHENTICATED'),
        status(wrong, 401),
        equal('code with a false key', field(wrong, 'code'), 'UNAUTHENTICATED'),
      )
    },
  },
  {
    id: 'BOT-22b',
    source: 'D',
    says: '402 NO_ACTIVE_SUBSCRIPTION where the account has none',
    run: async () => {
      throw new Untold('a self-hosted server has no subscriptions to end')
    },
  },
  {
    id: 'BOT-23',
    source: 'D',
    says: 'the session token is opaque, of letters that go into a path and a cookie, and is never given twice',
    run: async (client) => {
      const tokens = [await startSession(client, 'human'), await startSession(client, 'human'), await startSession(client, 'human')]
      const verdict = await scoredVerdict(client, tokens[0] ?? '')
      return check(
        ...tokens.map((token) => holds(`${token.slice(0, 5)}… fits its grammar`, /^[A-Za-z0-9_-]{16,128}$/.test(token))),
        equal('different tokens', new Set(tokens).size, 3),
        status(verdict, 200),
      )
    },
  },
]
