import { z } from 'zod'
import { detectipVerdict } from '../detectip/verdict.js'
import { check, equal, field, holds, less, numberAt, oneOf, shape, status, textAt } from '../harness/assertions.js'
import type { Client } from '../harness/client.js'
import type { Item } from '../harness/item.js'
import type { Answer } from '../harness/send-request.js'
import { describedHuman, describedProgram } from '../traffic/described-requests.js'
import { agentLabEvents, humanLabEvents } from '../traffic/lab-events.js'
import { botectScore, scoredVerdict, sendBatch, startSession } from '../traffic/sessions.js'

const lab = async (client: Client, path: string, events: readonly unknown[]) =>
  numberAt(await client.post(path, { events }, { 'x-api-key': await client.keys.detlab() }), 'overall_score')

const nbp = async (client: Client, request: object) => client.post('/score', request, { 'x-api-key': await client.keys.afk() })

/** The same pair of visitors in each direction: what is said of the bot, and of the human. */
const directions: readonly {
  readonly name: string
  readonly humanIs: 'higher' | 'lower'
  both(client: Client): Promise<readonly [number, number]>
}[] = [
  {
    name: 'Botect score',
    humanIs: 'higher',
    both: async (client) => [await botectScore(client, 'bot'), await botectScore(client, 'human')],
  },
  {
    name: 'Detection Lab score',
    humanIs: 'higher',
    both: async (client) => [await lab(client, '/api/score', agentLabEvents()), await lab(client, '/api/score', humanLabEvents())],
  },
  {
    name: 'Detection Lab verification',
    humanIs: 'lower',
    both: async (client) => [
      await lab(client, '/api/verify-bot', agentLabEvents()),
      await lab(client, '/api/verify-bot', humanLabEvents()),
    ],
  },
  {
    name: 'NoBotsPls p_is_invalid',
    humanIs: 'lower',
    both: async (client) => [
      numberAt(await nbp(client, describedProgram), 'p_is_invalid'),
      numberAt(await nbp(client, describedHuman), 'p_is_invalid'),
    ],
  },
  {
    name: 'detectip score',
    humanIs: 'lower',
    both: async (client) => [
      numberAt(await detectipVerdict(client, 'bot'), 'score'),
      numberAt(await detectipVerdict(client, 'human'), 'score'),
    ],
  },
]

/** One item a direction, so that a surface that is not there does not hide the others. */
const scoreDirections = directions.map(
  ({ name, humanIs, both }, i): Item => ({
    id: `X-01${'abcde'[i]}`,
    source: 'S',
    says: `${name}: a human's is ${humanIs}`,
    run: async (client) => {
      const [bot, human] = await both(client)
      return check(humanIs === 'higher' ? less("the bot's", bot, "the human's", human) : less("the human's", human, "the bot's", bot))
    },
  }),
)

const statusOf = (answer: Answer) => answer.status

/** What holds across the surfaces. */
export const crossCutting: readonly Item[] = [
  ...scoreDirections,
  {
    id: 'X-02',
    source: 'S',
    says: 'three vocabularies of actions: Botect and detectip challenge where NoBotsPls reviews',
    run: async (client) => {
      const botect = await scoredVerdict(client, await startSession(client, 'bot'))
      const [request, session] = [await nbp(client, describedProgram), await detectipVerdict(client, 'bot')]
      return check(
        oneOf('Botect', field(botect, 'action'), ['allow', 'challenge', 'block']),
        oneOf('NoBotsPls', field(request, 'decision'), ['allow', 'review', 'block']),
        oneOf('detectip', field(session, 'action'), ['allow', 'challenge', 'block']),
      )
    },
  },
  {
    id: 'X-03',
    source: 'S',
    says: 'a key opens its own surface and no other',
    run: async (client) => {
      const { privateKey, siteKey } = await client.keys.project()
      const keys = { privateKey, siteKey, detlab: await client.keys.detlab(), afk: await client.keys.afk(), live: await client.keys.live() }
      const doors: Readonly<Record<string, (key: string) => Promise<Answer>>> = {
        detlab: (key) => client.post('/api/verify-bot', { events: agentLabEvents(2) }, { 'x-api-key': key }),
        afk: (key) => client.post('/score', describedHuman, { 'x-api-key': key }),
        live: (key) => client.get('/api/v1/usage', { 'x-api-key': key }),
        privateKey: (key) => client.get('/v1/sessions/sess_a/verdict', { authorization: `Bearer ${key}` }),
        siteKey: (key) => sendBatch(client, { events: [], siteKey: key }),
      }
      const faults = []
      for (const [door, knock] of Object.entries(doors))
        for (const [kind, key] of Object.entries(keys)) {
          const code = statusOf(await knock(key))
          faults.push(holds(`the ${kind} key at the door of ${door} gives ${code}`, kind === door ? code !== 401 : code === 401))
        }
      return check(...faults)
    },
  },
  {
    id: 'X-04',
    source: 'S',
    says: 'each key has its place: X-API-Key, Bearer, or a header of its own',
    run: async (client) => {
      const [afk, live, detlab] = [await client.keys.afk(), await client.keys.live(), await client.keys.detlab()]
      const yeb = await client.keys.yeb()
      const places: readonly (readonly [string, string, object | undefined, string])[] = [
        ['POST', '/score', describedHuman, afk],
        ['GET', '/api/v1/usage', undefined, live],
        ['GET', '/api/usage', undefined, detlab],
      ]
      const faults = []
      for (const [method, path, json, key] of places) {
        const send = (headers: Readonly<Record<string, string>>) => client.send(method, path, json ? { headers, json } : { headers })
        faults.push(status(await send({ 'x-api-key': key }), 200), status(await send({}), 401))
      }
      const crawler = (headers: Readonly<Record<string, string>>) => client.post('/v1/bot/detect', { ip: '66.249.66.1' }, headers)
      return check(
        ...faults,
        status(await crawler({ authorization: `Bearer ${yeb}` }), 200),
        status(await crawler({ 'x-api-key': yeb }), 401),
      )
    },
  },
  {
    id: 'X-05',
    source: 'S',
    says: 'each surface has the error bodies of its document',
    run: async (client) => {
      const botect = await client.get('/v1/sessions/sess_a/verdict')
      const detlab = await client.post('/api/verify-bot', { events: [1] })
      const yeb = await client.post('/v1/bot/detect', { ip: '66.249.66.1' })
      const text = z.string().min(1)
      return check(
        shape(botect, z.object({ error: text, message: text, code: z.literal('UNAUTHENTICATED') })),
        shape(detlab, z.strictObject({ error: text })),
        shape(yeb, z.object({ error: text, code: z.literal(401) })),
      )
    },
  },
  {
    id: 'X-05b',
    source: 'P',
    says: "NoBotsPls answers with FastAPI's {detail}, detectip with {error}",
    run: async (client) => {
      const [request, session] = [await client.post('/score', describedHuman), await client.get('/api/v1/usage')]
      return check(holds('{detail}', field(request, 'detail') !== undefined), holds('{error}', textAt(session, 'error') !== ''))
    },
  },
  {
    id: 'X-06',
    source: 'S',
    says: 'verdict reads fail open: a session that cannot be known is allowed',
    run: async (client) => {
      const { privateKey } = await client.keys.project()
      const answer = await client.get('/v1/sessions/%20%00/verdict', { authorization: `Bearer ${privateKey}` })
      return check(status(answer, 200), equal('the action', field(answer, 'action'), 'allow'))
    },
  },
  {
    id: 'X-07',
    source: 'S',
    says: 'a limit that one surface has reached stops no other',
    run: async (client) => {
      const key = await client.keys.afk('free')
      let last = await client.get('/probe', { 'x-api-key': key })
      for (let i = 0; i < 20 && last.status === 200; i++) last = await client.get('/probe', { 'x-api-key': key })
      const token = await startSession(client, 'human')
      const { privateKey } = await client.keys.project()
      return check(
        status(last, 429),
        status(await client.get(`/v1/sessions/${token}/verdict`, { authorization: `Bearer ${privateKey}` }), 200),
        status(await client.get('/api/v1/usage', { 'x-api-key': await client.keys.live() }), 200),
      )
    },
  },
]
