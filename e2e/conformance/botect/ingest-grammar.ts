import { check, equal, field, holds, status } from '../harness/assertions.js'
import type { Client } from '../harness/client.js'
import type { Check, Item } from '../harness/item.js'
import type { Answer } from '../harness/send-request.js'
import { botectEvent, humanEvents } from '../traffic/botect-events.js'
import { sendBatch } from '../traffic/sessions.js'

const isRefused = (name: string, answer: Answer) =>
  answer.status === 422 && field(answer, 'code') === 'INVALID_PAYLOAD'
    ? undefined
    : `${name} is answered ${answer.status} ${answer.text.slice(0, 120)}, not 422 INVALID_PAYLOAD`

/** Posts whole bodies; `taken` must give 202 and `refused` 422. */
async function judge(client: Client, taken: Readonly<Record<string, unknown>>, refused: Readonly<Record<string, unknown>>): Promise<Check> {
  const { siteKey } = await client.keys.project()
  const post = (body: unknown) => client.post('/v1/events', body, { 'x-botect-site-key': siteKey })
  const faults = []
  for (const [name, body] of Object.entries(taken)) {
    const answer = await post(body)
    faults.push(answer.status === 202 ? undefined : `${name} is answered ${answer.status} ${answer.text.slice(0, 120)}, not 202`)
  }
  for (const [name, body] of Object.entries(refused)) faults.push(isRefused(name, await post(body)))
  return check(...faults)
}

const batch = (events: readonly unknown[], more: object = {}) => ({ session_token: null, events, ...more })
const payloads = (list: Readonly<Record<string, readonly [string, Readonly<Record<string, unknown>>]>>) =>
  Object.fromEntries(Object.entries(list).map(([name, [type, payload]]) => [name, batch([botectEvent(type, payload)])]))

/** What may be in a batch, and what may not. */
export const botectIngestGrammar: readonly Item[] = [
  {
    id: 'BOT-02',
    source: 'D',
    says: 'the site key may be a field of the body, and the header is preferred',
    run: async (client) => {
      const { siteKey } = await client.keys.project()
      const inBody = await client.post('/v1/events', batch(humanEvents(), { site_key: siteKey }))
      const both = await client.post('/v1/events', batch(humanEvents(), { site_key: 'pk_wrongwrongwrongwrong' }), {
        'x-botect-site-key': siteKey,
      })
      const wrong = await client.post('/v1/events', batch(humanEvents(), { site_key: siteKey }), {
        'x-botect-site-key': 'pk_wrongwrongwrong',
      })
      return check(status(inBody, 202), status(both, 202), status(wrong, 401))
    },
  },
  {
    id: 'BOT-14',
    source: 'D',
    says: 'a batch has 1 to 100 events, a session_token, and no other keys',
    run: (client) => {
      const many = (count: number) => Array.from({ length: count }, () => botectEvent('mouse', { mouse_moves: 1 }))
      return judge(
        client,
        { '100 events': batch(many(100)) },
        {
          'no event': batch([]),
          '101 events': batch(many(101)),
          'no session_token': { events: many(1) },
          'no events': { session_token: null },
          'another key': batch(many(1), { more: 1 }),
          'a list': [1],
        },
      )
    },
  },
  {
    id: 'BOT-15b',
    source: 'D',
    says: 'an event is {request_id, type, received_at, payload} in their grammars, and nothing else',
    run: (client) => {
      const good = botectEvent('mouse', { mouse_moves: 1 })
      const without = (name: string) => batch([Object.fromEntries(Object.entries(good).filter(([key]) => key !== name))])
      return judge(
        client,
        { 'six digits of a second': batch([{ ...good, received_at: '2026-03-01T12:00:00.123456Z' }]) },
        {
          'no request_id': without('request_id'),
          'no type': without('type'),
          'no payload': without('payload'),
          'a request_id with a space': batch([{ ...good, request_id: 'a b' }]),
          'a local time': batch([{ ...good, received_at: '2026-03-01T12:00:00+02:00' }]),
          'no time': batch([{ ...good, received_at: 'yesterday' }]),
          'a list for a payload': batch([{ ...good, payload: [] }]),
          'an unknown key': batch([{ ...good, extra: 1 }]),
        },
      )
    },
  },
  {
    id: 'BOT-16',
    source: 'K',
    says: 'type is one of seven',
    run: (client) => {
      const types = ['mouse', 'scroll', 'visibility', 'first_input', 'js_probe', 'page', 'snapshot']
      const taken = Object.fromEntries(types.map((type) => [type, batch([botectEvent(type, {})])]))
      return judge(client, taken, { 'another type': batch([botectEvent('keylog', {})]) })
    },
  },
  {
    id: 'BOT-17',
    source: 'K',
    says: 'the payload is a whitelist with ranges; anything else is 422 INVALID_PAYLOAD',
    run: (client) =>
      judge(
        client,
        payloads({
          'numbers at their ends': ['mouse', { mouse_entropy: 1, mouse_moves: 1e6, pointer_moves: 0, click_events: 1e5, key_events: null }],
          'truth values': ['js_probe', { js_passed: null, webdriver: false, navigator_anomaly: true }],
          'texts and lists': [
            'page',
            {
              collector_version: '1.22.333',
              page_path_hash: '0f',
              page_path_shape: '/a/{id}',
              languages: ['pt-BR'],
              pointer_types: ['pen'],
              plugins: [],
            },
          ],
        }),
        payloads({
          'an unknown name': ['mouse', { keystrokes: 'secret' }],
          'entropy above 1': ['mouse', { mouse_entropy: 1.01 }],
          'moves below 0': ['mouse', { mouse_moves: -1 }],
          'half a move': ['mouse', { mouse_moves: 1.5 }],
          'a depth above 100': ['scroll', { scroll_max_depth_pct: 101 }],
          'a speed above its end': ['scroll', { scroll_velocity: 1_000_001 }],
          'a text for a truth value': ['js_probe', { webdriver: 'true' }],
          'a coarse pointer of 2': ['page', { coarse_pointer: 2 }],
          'a version of two parts': ['page', { collector_version: '1.2' }],
          'a hash in upper case': ['page', { page_path_hash: 'AB' }],
          'eleven languages': ['page', { languages: Array(11).fill('en') }],
          'a fourth kind of pointer': ['mouse', { pointer_types: ['claw'] }],
          'names of plugins': ['page', { plugins: ['PDF Viewer'] }],
        }),
      ),
  },
  {
    id: 'BOT-18',
    source: 'D',
    says: "the quickstart's payload {entropy, samples} is taken, too",
    run: (client) =>
      judge(
        client,
        payloads({ 'the quickstart': ['mouse', { entropy: 0.74, samples: 128 }] }),
        payloads({ 'entropy of 2': ['mouse', { entropy: 2 }] }),
      ),
  },
  {
    id: 'BOT-17b',
    source: 'D',
    says: 'what is refused says which keys, and nothing of the batch is kept',
    run: async (client) => {
      const good = botectEvent('mouse', { mouse_moves: 2 })
      const mixed = await sendBatch(client, { events: [good, botectEvent('mouse', { not_on_the_list: 1 })] })
      const then = await sendBatch(client, { events: [good] })
      return check(
        status(mixed, 422),
        holds('the message names the key', mixed.text.includes('not_on_the_list')),
        status(then, 202),
        equal('accepted afterwards', field(then, 'accepted'), 1),
      )
    },
  },
]
