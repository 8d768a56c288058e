import { z } from 'zod'
import { check, equal, field, holds, less, listAt, numberAt, oneOf, shape, status, textAt, within } from '../harness/assertions.js'
import type { Client } from '../harness/client.js'
import type { Item } from '../harness/item.js'
import type { Answer } from '../harness/send-request.js'
import { describedBot, describedHuman, describedProgram } from '../traffic/described-requests.js'

const flag = z.boolean().nullable()
export const requestScore = z.object({
  p_is_invalid: z.number().min(0).max(1),
  p_is_converted: z.number().min(0).max(1).nullable(),
  decision: z.enum(['allow', 'review', 'block']),
  rule_hits: z.array(z.string()),
  request_id: z.uuid(),
  ip_enrichment: z.object({ is_datacenter: flag, is_vpn: flag, is_residential_proxy: flag }),
  token_attribution_invalid: z.array(z.object({ token: z.string().regex(/^[^:]+:.*/s), importance: z.number() })),
  neighbors_total_counts: z.object({ inv: z.number().int().min(0), ok: z.number().int().min(0) }),
})

async function score(client: Client, request: unknown): Promise<Answer> {
  return client.post('/score', request, { 'x-api-key': await client.keys.afk() })
}

/** `POST /score`. */
export const nbpScore: readonly Item[] = [
  {
    id: 'NBP-04',
    source: 'S',
    says: 'POST /score takes one object with the same fields; extra_headers is an object',
    run: async (client) => {
      const answer = await score(client, describedHuman)
      const inWords = await score(client, { ...describedHuman, extra_headers: 'sec-fetch-site: none' })
      const number = await score(client, { ...describedHuman, useragent: 7 })
      const list = await score(client, [describedHuman])
      const broken = await client.send('POST', '/score', {
        text: '{"useragent":',
        headers: { 'x-api-key': await client.keys.afk(), 'content-type': 'application/json' },
      })
      return check(status(answer, 200), status(inWords, 400), status(number, 400), status(list, 400), status(broken, 400))
    },
  },
  {
    id: 'NBP-05',
    source: 'S',
    says: 'the answer has eight fields in their shapes, under a request id of its own',
    run: async (client) => {
      const answers = [await score(client, describedHuman), await score(client, describedBot)]
      const ids = answers.map((answer) => field(answer, 'request_id'))
      return check(
        ...answers.flatMap((answer) => [status(answer, 200), shape(answer, requestScore)]),
        holds('two requests, two ids', ids[0] !== ids[1]),
      )
    },
  },
  {
    id: 'NBP-05b',
    source: 'S',
    says: 'p_is_invalid is higher for bots',
    run: async (client) => {
      const [human, bot, program] = [
        await score(client, describedHuman),
        await score(client, describedBot),
        await score(client, describedProgram),
      ]
      const of = (answer: Answer) => numberAt(answer, 'p_is_invalid')
      return check(
        less("a human's", of(human), 'a disguised program’s', of(bot)),
        less("a human's", of(human), 'an open program’s', of(program)),
        less("a human's", of(human), 'one half', 0.5),
        less('one half', 0.5, "a program's", of(program)),
      )
    },
  },
  {
    id: 'NBP-06',
    source: 'S',
    says: 'decision is allow, review or block, and goes with p_is_invalid',
    run: async (client) => {
      const answers = [await score(client, describedHuman), await score(client, describedBot), await score(client, describedProgram)]
      const order = ['allow', 'review', 'block']
      const sorted = [...answers].sort((a, b) => numberAt(a, 'p_is_invalid') - numberAt(b, 'p_is_invalid'))
      const ranks = sorted.map((answer) => order.indexOf(textAt(answer, 'decision')))
      return check(
        ...answers.map((answer) => oneOf('decision', field(answer, 'decision'), order)),
        equal(
          'decisions by rising probability',
          ranks,
          [...ranks].sort((a, b) => a - b),
        ),
        equal("a human's decision", field(answers[0], 'decision'), 'allow'),
        holds('a program is not simply allowed', field(answers[2], 'decision') !== 'allow'),
      )
    },
  },
  {
    id: 'NBP-07',
    source: 'S',
    says: 'rule_hits names the rules that fired: none for a human, some for a program that contradicts itself',
    run: async (client) => {
      const [human, bot] = [await score(client, describedHuman), await score(client, describedBot)]
      const hits = listAt(bot, 'rule_hits')
      return check(
        equal("a human's", field(human, 'rule_hits'), []),
        holds("the program's are named in words", hits.length > 0 && hits.every((hit) => /^[a-z][a-z0-9_]*$/.test(String(hit)))),
      )
    },
  },
  {
    id: 'NBP-08',
    source: 'S',
    says: 'probabilities lie in [0, 1]; conversion is null as long as nobody has told of any',
    run: async (client) => {
      const [human, bot] = [await score(client, describedHuman), await score(client, describedBot)]
      const both = [human, bot].map((answer) => within('p_is_invalid', numberAt(answer, 'p_is_invalid'), 0, 1))
      return check(...both, client.server ? equal('p_is_converted', field(human, 'p_is_converted'), null) : undefined)
    },
  },
  {
    id: 'NBP-09',
    source: 'S',
    says: 'attributions name what spoke for a bot by name:value; neighbours are counted',
    run: async (client) => {
      const answer = await score(client, describedBot)
      const shares = listAt(answer, 'token_attribution_invalid').map((row) => numberAt(row, 'importance'))
      return check(
        holds('there are attributions', shares.length > 0),
        holds('each is a number', shares.every(Number.isFinite)),
        client.server ? equal('neighbours without a label', field(answer, 'neighbors_total_counts'), { inv: 0, ok: 0 }) : undefined,
      )
    },
  },
  {
    id: 'NBP-10',
    source: 'S',
    says: '/batch_score answers a list in the order of its requests, each as /score does',
    run: async (client) => {
      const headers = { 'x-api-key': await client.keys.afk() }
      const requests = [describedHuman, describedProgram, describedBot, describedHuman]
      const answer = await client.post('/batch_score', requests, headers)
      const alone = []
      for (const request of requests) alone.push(numberAt(await score(client, request), 'p_is_invalid'))
      const together = requests.map((_, i) => numberAt(answer, `${i}.p_is_invalid`))
      return check(status(answer, 200), shape(answer, z.array(requestScore).length(4)), equal('the scores', together, alone))
    },
  },
  {
    id: 'NBP-10b',
    source: 'S',
    says: '500 are taken, 501 are 400, and nothing but a list is',
    run: async (client) => {
      const headers = { 'x-api-key': await client.keys.afk() }
      const many = (count: number) => Array.from({ length: count }, (_, i) => ({ useragent: 'curl/8.4.0', ip: `198.51.100.${i % 250}` }))
      const [most, above] = [await client.post('/batch_score', many(500), headers), await client.post('/batch_score', many(501), headers)]
      const one = await client.post('/batch_score', describedBot, headers)
      return check(
        status(most, 200),
        equal('answers', Array.isArray(most.json) ? most.json.length : 0, 500),
        status(above, 400),
        status(one, 400),
      )
    },
  },
  {
    id: 'NBP-10c',
    source: 'P',
    says: 'a bad item is an error at its place, and the others are scored',
    run: async (client) => {
      const requests = [describedHuman, { useragent: 7 }, describedProgram]
      const answer = await client.post('/batch_score', requests, { 'x-api-key': await client.keys.afk() })
      return check(
        status(answer, 200),
        holds('the bad one is an error', field(answer, '1.error') !== undefined && field(answer, '1.p_is_invalid') === undefined),
        less('the first', numberAt(answer, '0.p_is_invalid'), 'the third', numberAt(answer, '2.p_is_invalid')),
      )
    },
  },
]
