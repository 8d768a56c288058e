import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { check, equal, field, holds, less, listAt, numberAt, oneOf, shape, status, textAt } from '../harness/assertions.js'
import type { Client } from '../harness/client.js'
import type { Item } from '../harness/item.js'
import type { Answer } from '../harness/send-request.js'
import { botEvents, botectEvent, failedProbe, humanEvents } from '../traffic/botect-events.js'
import { control, defaultSettings, withSettings } from '../traffic/control.js'
import { failOpen } from '../traffic/fail-open.js'
import { chromeScriptHeaders, headlessHeaders } from '../traffic/headers.js'
import { readVerdict, scoredVerdict, sendBatch, startSession } from '../traffic/sessions.js'

/** The band that a score must have under a threshold (BOT-53). */
function bandOf(score: number, threshold: number): string {
  if (score === 0) return 'not_computed'
  if (score === 1) return 'definite'
  return score < threshold ? 'likely_automated' : 'likely_human'
}

const inBand = (name: string, answer: Answer, threshold: number) =>
  oneOf(name, field(answer, 'verdict'), [bandOf(numberAt(answer, 'score'), threshold), 'confident_automated'])

const googlebot = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'
const registry = z.array(z.looseObject({ id: z.number().int(), name: z.string() })).min(10)

async function sessionOf(client: Client, headers: Readonly<Record<string, string>>, events: readonly unknown[]): Promise<string> {
  return textAt(await sendBatch(client, { events, headers }), 'session_token')
}

/** How sessions are scored, and what the toggles make of it. */
export const botectScoring: readonly Item[] = [
  {
    id: 'BOT-50',
    source: 'S',
    says: 'each engine moves the score by itself: headers, JavaScript, behaviour',
    run: async (client) => {
      const probe = (list: typeof humanEvents) => list().filter(({ type }) => type === 'js_probe')
      const deeds = (list: typeof humanEvents) => list().filter(({ type }) => type !== 'js_probe')
      const score = async (headers: Readonly<Record<string, string>>, events: readonly unknown[]) =>
        numberAt(await scoredVerdict(client, await sessionOf(client, headers, events)), 'score')
      const clean = await score(chromeScriptHeaders, humanEvents())
      return check(
        holds('a clean session is scored', clean >= 1),
        less('the score with a headless browser’s headers', await score(headlessHeaders, humanEvents()), 'without', clean),
        less(
          'the score with failed probes',
          await score(chromeScriptHeaders, [...probe(botEvents), ...deeds(humanEvents)]),
          'without',
          clean,
        ),
        less(
          'the score with a machine’s movements',
          await score(chromeScriptHeaders, [...probe(humanEvents), ...deeds(botEvents)]),
          'without',
          clean,
        ),
      )
    },
  },
  {
    id: 'BOT-51',
    source: 'D',
    says: 'a failed JavaScript probe alone never puts the score into a bot band',
    run: async (client) => {
      const token = await sessionOf(client, chromeScriptHeaders, failedProbe())
      const answer = await scoredVerdict(client, token)
      return check(
        oneOf('the verdict', field(answer, 'verdict'), ['likely_human', 'not_computed']),
        equal('the action', field(answer, 'action'), 'allow'),
      )
    },
  },
  {
    id: 'BOT-52',
    source: 'S',
    says: 'the strongest evidence wins: what one engine says of a bot is not voted down by the others',
    run: async (client) => {
      const token = await sessionOf(client, headlessHeaders, [
        ...humanEvents(),
        botectEvent('js_probe', { webdriver: true, headless: true }),
      ])
      const human = await scoredVerdict(client, await startSession(client, 'human'))
      const mixed = await scoredVerdict(client, token)
      return check(
        less('the score', numberAt(mixed, 'score'), 'the threshold', 30),
        less('it', numberAt(mixed, 'score'), "a human's", numberAt(human, 'score')),
      )
    },
  },
  {
    id: 'BOT-53',
    source: 'D',
    says: 'the bands follow the score and the threshold; a higher threshold suspects more',
    run: async (client) => {
      const tokens = [await startSession(client, 'bot'), await startSession(client, 'human')]
      for (const token of tokens) await scoredVerdict(client, token)
      const faults = []
      for (const threshold of [1, 30, 99]) {
        const read = () => Promise.all(tokens.map((token) => readVerdict(client, token)))
        const answers = await withSettings(client, { likely_bot_threshold: threshold }, read)
        faults.push(...answers.map((answer, i) => inBand(`the verdict of session ${i} at ${threshold}`, answer, threshold)))
      }
      return check(...faults)
    },
  },
  {
    id: 'BOT-54',
    source: 'S',
    says: 'observe first: by default a bot is seen, and let through',
    run: async (client) => {
      const answer = await scoredVerdict(client, await startSession(client, 'bot'))
      const settings = await control(client, 'PUT', '/scoring/settings', {})
      const { likely_bot_threshold, ...toggles } = defaultSettings
      return check(
        oneOf('the verdict', field(answer, 'verdict'), ['definite', 'likely_automated', 'confident_automated']),
        equal('the action', field(answer, 'action'), 'allow'),
        equal('the toggles', field(settings, 'bot_settings'), toggles),
        equal('the threshold', field(settings, 'likely_bot_threshold'), likely_bot_threshold),
      )
    },
  },
  {
    id: 'BOT-54b',
    source: 'S',
    says: 'opting in turns the next verdict: block_definite blocks, challenge_likely challenges, and humans pass',
    run: async (client) => {
      const [bot, human] = [await startSession(client, 'bot'), await startSession(client, 'human')]
      await scoredVerdict(client, bot)
      await scoredVerdict(client, human)
      const both = { block_definite: true, challenge_likely: true }
      const [ofBot, ofHuman] = await withSettings(client, both, async () => [
        await readVerdict(client, bot),
        await readVerdict(client, human),
      ])
      const wanted = field(ofBot, 'verdict') === 'definite' ? 'block' : 'challenge'
      const off = await readVerdict(client, bot)
      return check(
        equal("the bot's action", field(ofBot, 'action'), wanted),
        equal("the human's action", field(ofHuman, 'action'), 'allow'),
        equal("the bot's action without the toggles", field(off, 'action'), 'allow'),
      )
    },
  },
  {
    id: 'BOT-56',
    source: 'P',
    says: 'GET /v1/detections lists the detection ids, once each, and every id of a verdict is among them',
    run: async (client) => {
      const list = await client.get('/v1/detections')
      const rows = Array.isArray(list.json) ? list.json : listAt(list, 'data')
      const ids = rows.map((row) => numberAt(row, 'id'))
      const bot = await scoredVerdict(client, await startSession(client, 'bot'))
      const unknown = listAt(bot, 'detection_ids').filter((id) => !ids.includes(id as number))
      return check(
        status(list, 200),
        shape(rows, registry),
        equal('ids told twice', ids.length - new Set(ids).size, 0),
        equal('unlisted ids', unknown, []),
      )
    },
  },
  {
    id: 'BOT-84',
    source: 'S',
    says: 'a verified bot is one by its address, never by its user agent',
    run: async (client) => {
      const headers = { 'user-agent': googlebot, accept: '*/*', 'x-forwarded-for': '203.0.113.50' }
      const token = await sessionOf(client, headers, botEvents())
      const answer = await scoredVerdict(client, token, { ua: googlebot, ip: '203.0.113.50' })
      return check(
        oneOf("an impostor's verdict", field(answer, 'verdict'), ['definite', 'likely_automated', 'confident_automated']),
        less('its score', numberAt(answer, 'score'), 'the threshold', 30),
      )
    },
  },
  {
    id: 'BOT-84b',
    source: 'S',
    says: 'a real crawler is recognised and allowed, also where bots are blocked',
    run: async (client) => {
      const context = { ua: googlebot, ip: '66.249.66.1', path: `/${randomUUID()}` }
      const headers = { 'user-agent': googlebot, accept: '*/*', 'x-forwarded-for': context.ip }
      const token = await sessionOf(client, headers, botEvents())
      await scoredVerdict(client, token, context)
      const strict = { block_definite: true, challenge_likely: true }
      const answer = await withSettings(client, strict, () => readVerdict(client, token, context))
      return check(equal('the verdict', field(answer, 'verdict'), 'verified'), equal('the action', field(answer, 'action'), 'allow'))
    },
  },
  {
    id: 'BOT-33b',
    source: 'D',
    says: 'a session that nobody has scored is 0, which is not 1',
    run: async (client) => {
      const answer = await readVerdict(client, `sess_${randomUUID()}`)
      return check(
        equal('the score', field(answer, 'score'), failOpen.score),
        equal('the verdict', field(answer, 'verdict'), failOpen.verdict),
      )
    },
  },
]
