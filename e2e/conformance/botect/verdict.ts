import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { body, check, equal, field, holds, less, listAt, numberAt, oneOf, shape, status, textAt, within } from '../harness/assertions.js'
import type { Item } from '../harness/item.js'
import { until } from '../harness/until.js'
import { botEvents } from '../traffic/botect-events.js'
import { withRules } from '../traffic/control.js'
import { failOpen } from '../traffic/fail-open.js'
import { readVerdict, scoredVerdict, sendBatch, startSession } from '../traffic/sessions.js'

const verdict = z.strictObject({
  verdict: z.string(),
  score: z.number().int().min(0).max(99),
  action: z.string(),
  detection_ids: z.array(z.number().int()),
  reason: z.string(),
})

/** Reads under one key in a row: more than any limit of the other surfaces lets through. */
const READS = 150
/** What the vendor promises of its 99th percentile, in ms. */
const PROMISED = 50

/** `GET /v1/sessions/{token}/verdict`. */
export const botectVerdict: readonly Item[] = [
  {
    id: 'BOT-31',
    source: 'D',
    says: 'a scored session answers {verdict, score, action, detection_ids, reason}',
    run: async (client) => {
      const answer = await scoredVerdict(client, await startSession(client, 'bot'))
      return check(
        status(answer, 200),
        shape(answer, verdict),
        holds('it was scored in time', textAt(answer, 'verdict') !== 'not_computed'),
        within('the score', numberAt(answer, 'score'), 1, 99),
      )
    },
  },
  {
    id: 'BOT-32',
    source: 'D',
    says: 'verdict is one of the known words',
    run: async (client) => {
      const words = ['not_computed', 'definite', 'likely_automated', 'likely_human', 'verified', 'confident_automated']
      const bot = await scoredVerdict(client, await startSession(client, 'bot'))
      const human = await scoredVerdict(client, await startSession(client, 'human'))
      return check(
        oneOf("a bot's", field(bot, 'verdict'), words),
        oneOf("a human's", field(human, 'verdict'), words),
        holds('they differ', field(bot, 'verdict') !== field(human, 'verdict')),
      )
    },
  },
  {
    id: 'BOT-33',
    source: 'D',
    says: 'score: 1 is a definite bot, 99 strongly human; 0 is for what was not computed',
    run: async (client) => {
      const bot = await scoredVerdict(client, await startSession(client, 'bot'))
      const human = await scoredVerdict(client, await startSession(client, 'human'))
      return check(
        less("the bot's score", numberAt(bot, 'score'), "the human's", numberAt(human, 'score')),
        within("the bot's score", numberAt(bot, 'score'), 1, 29),
        within("the human's score", numberAt(human, 'score'), 30, 99),
      )
    },
  },
  {
    id: 'BOT-34',
    source: 'S',
    says: 'action is allow, challenge or block; log and delay come of rules',
    run: async (client) => {
      const path = `/${randomUUID()}`
      const token = await startSession(client, 'human')
      const plain = await scoredVerdict(client, token)
      const actions = ['block', 'challenge']
      const seen = []
      for (const action of actions) {
        const rules = [{ name: `to ${action}`, expression: `path == "${path}"`, action }]
        seen.push(field(await withRules(client, rules, () => readVerdict(client, token, { path })), 'action'))
      }
      return check(equal('without a rule', field(plain, 'action'), 'allow'), equal('with a rule', seen, actions))
    },
  },
  {
    id: 'BOT-35',
    source: 'D',
    says: 'detection_ids are stable numbers, empty for clean humans and populated for bots; the reason is plain English',
    run: async (client) => {
      const human = await scoredVerdict(client, await startSession(client, 'human'))
      const bots = [
        await scoredVerdict(client, await startSession(client, 'bot')),
        await scoredVerdict(client, await startSession(client, 'bot')),
      ]
      const ids = bots.map((bot) => [...listAt(bot, 'detection_ids')].sort())
      return check(
        equal("a clean human's ids", field(human, 'detection_ids'), []),
        holds("a bot's ids are populated", (ids[0]?.length ?? 0) > 0),
        equal('ids of the same bot again', ids[1], ids[0]),
        holds('the reason has words', /\w+ \w+/.test(textAt(bots[0], 'reason'))),
      )
    },
  },
  {
    id: 'BOT-36',
    source: 'S',
    says: 'unknown sessions fail open with 200 and one fixed body, never 404',
    run: async (client) => {
      const unknown = await readVerdict(client, `sess_${randomUUID().replaceAll('-', '')}`)
      const odd = await readVerdict(client, 'not a token/at all?')
      const long = await readVerdict(client, 'a'.repeat(400))
      return check(...[unknown, odd, long].flatMap((answer) => [status(answer, 200), body(answer, failOpen)]))
    },
  },
  {
    id: 'BOT-36b',
    source: 'D',
    says: "another project's session is answered exactly as an unknown one",
    run: async (client) => {
      const other = await client.keys.newProject()
      const token = await startSession(client, 'bot')
      await scoredVerdict(client, token)
      const answer = await client.get(`/v1/sessions/${token}/verdict`, { authorization: `Bearer ${other.privateKey}` })
      return check(status(answer, 200), body(answer, failOpen))
    },
  },
  {
    id: 'BOT-37',
    source: 'D',
    says: 'a read verdict is busted at once when a rule comes or goes',
    run: async (client) => {
      const path = `/${randomUUID()}`
      const token = await startSession(client, 'human')
      await scoredVerdict(client, token, { path })
      const before = await readVerdict(client, token, { path })
      const rules = [{ name: 'bust', expression: `path == "${path}"`, action: 'block' }]
      const during = await withRules(client, rules, () => readVerdict(client, token, { path }))
      const after = await readVerdict(client, token, { path })
      const actions = [before, during, after].map((answer) => field(answer, 'action'))
      return check(equal('the actions before, during and after', actions, ['allow', 'block', 'allow']))
    },
  },
  {
    id: 'BOT-37b',
    source: 'D',
    says: 'a read verdict is busted when the session is scored again, and the fail-open body is never kept',
    run: async (client) => {
      const token = await startSession(client, 'human')
      await readVerdict(client, token)
      const human = await scoredVerdict(client, token)
      const more = await sendBatch(client, { token, events: botEvents() })
      const now = await until(
        () => readVerdict(client, token),
        (answer) => numberAt(answer, 'score') < numberAt(human, 'score'),
        client.patience,
      )
      return check(
        holds('a verdict read too early did not stay', textAt(human, 'verdict') !== 'not_computed'),
        status(more, 202),
        less('the score after a bot took over', numberAt(now, 'score'), 'the score before', numberAt(human, 'score')),
      )
    },
  },
  {
    id: 'BOT-37c',
    source: 'S',
    says: `a verdict is read in less than ${PROMISED} ms (median of ${READS} reads; the 99th percentile is the benchmark's)`,
    run: async (client) => {
      const token = await startSession(client, 'human')
      await scoredVerdict(client, token)
      const times: number[] = []
      for (let i = 0; i < READS; i++) {
        const start = performance.now()
        await readVerdict(client, token)
        times.push(performance.now() - start)
      }
      times.sort((a, b) => a - b)
      return check(less('the median', times[READS / 2] ?? Number.NaN, 'what is promised', PROMISED))
    },
  },
  {
    id: 'BOT-38',
    source: 'S',
    says: 'verdict reads are never answered 429',
    run: async (client) => {
      const token = await startSession(client, 'human')
      const statuses = new Set<number>()
      for (let i = 0; i < READS; i++) statuses.add((await readVerdict(client, token)).status)
      return check(equal(`the statuses of ${READS} reads in a row`, [...statuses], [200]))
    },
  },
  {
    id: 'BOT-30',
    source: 'K',
    says: 'rules see path, ip, country and ua of the query; what is cached for one context answers no other',
    run: async (client) => {
      const mark = randomUUID()
      const token = await startSession(client, 'human')
      await scoredVerdict(client, token)
      const contexts: readonly Readonly<Record<string, string>>[] = [
        { path: `/${mark}` },
        { ip: '203.0.113.77' },
        { country: 'XZ' },
        { ua: mark },
      ]
      const rules = contexts.map((context, i) => {
        const [name, value] = Object.entries(context)[0] ?? []
        return { name: `by ${name}`, expression: `${name} == "${value}"`, action: 'block', sort_order: i }
      })
      return withRules(client, rules, async () => {
        const actions = []
        for (const context of contexts) actions.push(field(await readVerdict(client, token, context), 'action'))
        const none = await readVerdict(client, token, { path: '/other', ip: '203.0.113.78', country: 'DE', ua: 'x' })
        return check(equal('actions with each', actions, Array(4).fill('block')), equal('with others', field(none, 'action'), 'allow'))
      })
    },
  },
]
