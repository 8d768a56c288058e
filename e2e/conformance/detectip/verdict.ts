import { z } from 'zod'
import { check, equal, field, holds, less, listAt, numberAt, oneOf, shape, status, textAt } from '../harness/assertions.js'
import type { Client } from '../harness/client.js'
import type { Item } from '../harness/item.js'
import type { Answer } from '../harness/send-request.js'
import { until } from '../harness/until.js'
import { Untold } from '../harness/untold.js'
import { startSession } from '../traffic/sessions.js'

const verdict = z.object({
  token: z.string(),
  score: z.number().min(0).max(100),
  band: z.enum(['human', 'suspicious', 'automated', 'known-bot']),
  hard_rule_hit: z.string(),
  signals: z.array(z.object({ name: z.string(), layer: z.string(), llr: z.number(), detail: z.string() })),
  network: z.object({ ja4: z.string().nullable() }),
  ip: z.object({ datacenter: z.boolean().nullable(), proxy: z.boolean().nullable(), country: z.string().nullable() }),
  action: z.enum(['allow', 'challenge', 'block']),
})

const layers = ['tls', 'http', 'js', 'behavior', 'ip', 'crawler', 'protocol']
const bandOf = (score: number): string => (score >= 90 ? 'known-bot' : score >= 60 ? 'automated' : score >= 30 ? 'suspicious' : 'human')

async function ask(client: Client, token: string): Promise<Answer> {
  return client.get('/api/v1/verdict', { 'x-api-key': await client.keys.live() }, { token })
}

/** The verdict of a new visitor, once there is one. */
export async function detectipVerdict(client: Client, visitor: 'human' | 'bot'): Promise<Answer> {
  const token = await startSession(client, visitor)
  return until(
    () => ask(client, token),
    (answer) => answer.status !== 404,
    client.patience,
  )
}

/** `GET /api/v1/verdict`. */
export const dipVerdict: readonly Item[] = [
  {
    id: 'DIP-03',
    source: 'S',
    says: 'the verdict of a token is {token, score, band, hard_rule_hit, signals, network, ip}, 100 for bots',
    run: async (client) => {
      const token = await startSession(client, 'bot')
      const bot = await until(
        () => ask(client, token),
        (answer) => answer.status !== 404,
        client.patience,
      )
      const human = await detectipVerdict(client, 'human')
      return check(
        status(bot, 200),
        shape(bot, verdict),
        equal('the token', field(bot, 'token'), token),
        status(human, 200),
        shape(human, verdict),
        less("the human's score", numberAt(human, 'score'), "the bot's", numberAt(bot, 'score')),
      )
    },
  },
  {
    id: 'DIP-04',
    source: 'S',
    says: 'band is one of four, and rises with the score',
    run: async (client) => {
      const answers = [await detectipVerdict(client, 'bot'), await detectipVerdict(client, 'human')]
      const faults = answers.map((answer) =>
        equal(`the band at ${numberAt(answer, 'score')}`, field(answer, 'band'), bandOf(numberAt(answer, 'score'))),
      )
      return check(...faults, equal("a human's band", field(answers[1], 'band'), 'human'))
    },
  },
  {
    id: 'DIP-05',
    source: 'S',
    says: 'signals are additive log-likelihood ratios: those of a bot sum to more than those of a human',
    run: async (client) => {
      const [bot, human] = [await detectipVerdict(client, 'bot'), await detectipVerdict(client, 'human')]
      const sum = (answer: Answer) => listAt(answer, 'signals').reduce<number>((total, row) => total + numberAt(row, 'llr'), 0)
      const words = listAt(bot, 'signals').every((row) => textAt(row, 'name') !== '' && textAt(row, 'detail') !== '')
      return check(
        holds('a bot has signals', listAt(bot, 'signals').length > 0),
        less("the human's sum", sum(human), "the bot's", sum(bot)),
        holds('each has a name and a detail', words),
      )
    },
  },
  {
    id: 'DIP-06',
    source: 'S',
    says: 'each signal has a layer',
    run: async (client) => {
      const bot = await detectipVerdict(client, 'bot')
      const rows = listAt(bot, 'signals')
      return check(holds('there are signals', rows.length > 0), ...rows.map((row) => oneOf('a layer', field(row, 'layer'), layers)))
    },
  },
  {
    id: 'DIP-07',
    source: 'S',
    says: 'every verdict recommends allow, challenge or block, and a human is allowed',
    run: async (client) => {
      const [bot, human] = [await detectipVerdict(client, 'bot'), await detectipVerdict(client, 'human')]
      return check(
        oneOf("the bot's action", field(bot, 'action'), ['challenge', 'block']),
        equal("the human's action", field(human, 'action'), 'allow'),
      )
    },
  },
  {
    id: 'DIP-08',
    source: 'S',
    says: 'hard_rule_hit is empty or names a rule, and then the action is block',
    run: async (client) => {
      const [bot, human] = [await detectipVerdict(client, 'bot'), await detectipVerdict(client, 'human')]
      const hit = textAt(bot, 'hard_rule_hit')
      return check(
        equal("the human's", field(human, 'hard_rule_hit'), ''),
        holds("the bot's is a text", typeof field(bot, 'hard_rule_hit') === 'string'),
        hit === '' ? undefined : equal('the action of a hard rule', field(bot, 'action'), 'block'),
      )
    },
  },
  {
    id: 'DIP-09',
    source: 'S',
    says: 'further fields depend on the plan',
    run: async () => {
      throw new Untold('a self-hosted server has one plan, and tells all')
    },
  },
  {
    id: 'DIP-13',
    source: 'S',
    says: 'GET /api/v1/usage is {tier, used, limit, remaining}, and a verdict counts',
    run: async (client) => {
      const headers = { 'x-api-key': await client.keys.live() }
      const before = await client.get('/api/v1/usage', headers)
      await detectipVerdict(client, 'human')
      const after = await client.get('/api/v1/usage', headers)
      const names = ['limit', 'remaining', 'tier', 'used']
      const [used, limit] = [numberAt(after, 'used'), field(after, 'limit')]
      const isWhole = typeof limit === 'number' ? limit - used === numberAt(after, 'remaining') : limit === null
      return check(
        status(before, 200),
        equal('the fields', Object.keys((after.json ?? {}) as object).sort(), names),
        less('used before', numberAt(before, 'used'), 'used after', used),
        holds('what remains is the limit without what was used', isWhole),
      )
    },
  },
  {
    id: 'DIP-14',
    source: 'S',
    says: '401 without a key or with a false one, 404 for a token that nothing was captured for',
    run: async (client) => {
      const headers = { 'x-api-key': 'sk_live_nobodyhasthiskey0000000000' }
      const path = '/api/v1/verdict'
      const unknown = await ask(client, 'sess_nobodyhasthistoken00')
      return check(
        status(await client.get(path, {}, { token: 'a' }), 401),
        status(await client.get(path, headers, { token: 'a' }), 401),
        status(await client.get('/api/v1/usage', headers), 401),
        status(unknown, 404),
        status(await client.get(path, { 'x-api-key': await client.keys.live() }), 400, 404),
      )
    },
  },
  {
    id: 'DIP-14b',
    source: 'S',
    says: 'the key is sk_live_…; the secrets of other surfaces are false here',
    run: async (client) => {
      const live = await client.keys.live()
      const { privateKey, siteKey } = await client.keys.project()
      const keys = [privateKey, siteKey, await client.keys.afk()]
      const faults = []
      for (const key of keys) faults.push(status(await client.get('/api/v1/usage', { 'x-api-key': key }), 401))
      return check(
        holds('it begins with sk_live_', live.startsWith('sk_live_')),
        ...faults,
        status(await client.get('/api/v1/usage', { 'x-api-key': live }), 200),
      )
    },
  },
  {
    id: 'DIP-14c',
    source: 'S',
    says: '402 when the month’s quota is used up',
    run: async () => {
      throw new Untold('a month’s quota is not spent in one run')
    },
  },
  {
    id: 'DIP-16',
    source: 'P',
    says: 'a JA4 header that nobody configured is not believed',
    run: async (client) => {
      const ja4 = 't13d1516h2_8daaf6152771_b186095e22b6'
      const answer = await client.get(
        '/api/v1/verdict',
        { 'x-api-key': await client.keys.live(), 'cf-ja4': ja4, 'cdn-ja4': ja4 },
        { token: await startSession(client, 'human') },
      )
      return check(holds('it is not told', !answer.text.includes(ja4)))
    },
  },
]
