import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose'
import { z } from 'zod'
import { check, equal, field, holds, less, numberAt, oneOf, shape, status, textAt, within } from '../harness/assertions.js'
import type { Client } from '../harness/client.js'
import type { Item } from '../harness/item.js'
import type { Answer } from '../harness/send-request.js'
import { agentLabEvents, humanLabEvents, keyboardLabEvents } from '../traffic/lab-events.js'
import { verificationSignals } from './signal-names.js'

const types = ['autonomous_agent', 'human_larping', 'remote_controlled', 'replay_bot']
const signal = z.object({ score: z.number().min(0).max(100).nullable(), weight: z.number().min(0), status: z.string() })
const report = z.object({
  verdict: z.enum(['BOT_VERIFIED', 'UNCERTAIN', 'HUMAN_DETECTED']),
  overall_score: z.number().min(0).max(100),
  bot_type: z.enum(types).nullable(),
  signals: z.record(z.string(), signal).optional(),
})

/** The verdict that goes with a score, where the body and the mind both pass. */
const verdictOf = (score: number): string => (score >= 70 ? 'BOT_VERIFIED' : score >= 40 ? 'UNCERTAIN' : 'HUMAN_DETECTED')

async function verify(client: Client, events: readonly unknown[], more: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return client.post('/api/verify-bot', { events }, { 'x-api-key': await client.keys.detlab(), ...more })
}

/** `POST /api/verify-bot`. */
export const labVerify: readonly Item[] = [
  {
    id: 'LAB-40',
    source: 'S',
    says: 'verification turns the score around: a machine scores high, a human low',
    run: async (client) => {
      const [agent, human] = [await verify(client, agentLabEvents()), await verify(client, humanLabEvents())]
      return check(
        status(agent, 200),
        status(human, 200),
        less("the human's score", numberAt(human, 'overall_score'), "the agent's", numberAt(agent, 'overall_score')),
        equal("the agent's verdict", field(agent, 'verdict'), 'BOT_VERIFIED'),
        oneOf("the human's verdict", field(human, 'verdict'), ['HUMAN_DETECTED', 'UNCERTAIN']),
      )
    },
  },
  {
    id: 'LAB-41',
    source: 'S',
    says: 'the answer has verdict, overall_score and bot_type, and 20 signals',
    run: async (client) => {
      const answer = await verify(client, agentLabEvents())
      const names = Object.keys((field(answer, 'signals') ?? {}) as object).sort()
      return check(shape(answer, report), equal('the signals', names, [...verificationSignals].sort()))
    },
  },
  {
    id: 'LAB-41b',
    source: 'D',
    says: 'there are two dimensions, and both must pass for BOT_VERIFIED',
    run: async (client) => {
      const faults = []
      for (const events of [agentLabEvents(), agentLabEvents(6), humanLabEvents()]) {
        const answer = await verify(client, events)
        const both = [numberAt(answer, 'body_score'), numberAt(answer, 'mind_score')]
        const isVerified = field(answer, 'verdict') === 'BOT_VERIFIED'
        faults.push(
          isVerified
            ? holds(
                `both of ${both} pass`,
                both.every((score) => score >= 70),
              )
            : undefined,
        )
      }
      const agent = await verify(client, agentLabEvents())
      return check(
        ...faults,
        within('the body', numberAt(agent, 'body_score'), 70, 100),
        within('the mind', numberAt(agent, 'mind_score'), 70, 100),
      )
    },
  },
  {
    id: 'LAB-42',
    source: 'S',
    says: 'BOT_VERIFIED from 70, UNCERTAIN from 40, else HUMAN_DETECTED',
    run: async (client) => {
      const faults = []
      for (const events of [
        agentLabEvents(),
        agentLabEvents(4),
        humanLabEvents(),
        [...humanLabEvents().slice(0, 80), ...agentLabEvents(20)],
      ]) {
        const answer = await verify(client, events)
        const score = numberAt(answer, 'overall_score')
        const isNear = [40, 70].some((limit) => Math.abs(score - limit) < 0.06)
        // Whose mind or body does not pass is at most uncertain.
        const wanted = score >= 70 ? ['BOT_VERIFIED', 'UNCERTAIN'] : [verdictOf(score)]
        faults.push(isNear ? undefined : oneOf(`the verdict at ${score}`, field(answer, 'verdict'), wanted))
      }
      return check(...faults)
    },
  },
  {
    id: 'LAB-43',
    source: 'S',
    says: 'bot_type: an agent that works alone is autonomous_agent',
    run: async (client) => {
      const [agent, human] = [await verify(client, agentLabEvents()), await verify(client, humanLabEvents())]
      return check(
        oneOf("the agent's type", field(agent, 'bot_type'), ['autonomous_agent', 'replay_bot']),
        oneOf("a human's type", field(human, 'bot_type'), ['human_larping', null]),
      )
    },
  },
  {
    id: 'LAB-03',
    source: 'S',
    says: 'X-Ephemeral: true leaves the signals out when it is HUMAN_DETECTED, and only then',
    run: async (client) => {
      const ephemeral = { 'x-ephemeral': 'true' }
      const human = await verify(client, keyboardLabEvents(), ephemeral)
      const kept = await verify(client, keyboardLabEvents())
      const agent = await verify(client, agentLabEvents(), ephemeral)
      return check(
        equal('the verdict', field(human, 'verdict'), 'HUMAN_DETECTED'),
        equal("the human's signals", field(human, 'signals'), undefined),
        holds('without the header they are there', field(kept, 'signals') !== undefined),
        holds("the agent's are there", field(agent, 'signals') !== undefined),
      )
    },
  },
  {
    id: 'LAB-44',
    source: 'S',
    says: 'BOT_VERIFIED comes with a signed JWT of six claims that lives an hour; others have none',
    run: async (client) => {
      const [agent, human] = [await verify(client, agentLabEvents()), await verify(client, humanLabEvents())]
      const token = textAt(agent, 'trust_token')
      if (token === '') return check(holds('the agent got a trust_token', false), status(agent, 200))
      const claims = decodeJwt(token)
      const age = Math.abs(Date.now() / 1000 - (claims.iat ?? 0))
      return check(
        equal('the verdict', claims.verdict, 'BOT_VERIFIED'),
        equal('the score', claims.overall_score, field(agent, 'overall_score')),
        equal('the type', claims.bot_type, field(agent, 'bot_type')),
        equal('its life in seconds', (claims.exp ?? 0) - (claims.iat ?? 0), 3600),
        holds('it was issued now', age < 60),
        holds('it has an issuer', typeof claims.iss === 'string' && claims.iss !== ''),
        equal("a human's token", field(human, 'trust_token'), undefined),
      )
    },
  },
  {
    id: 'LAB-44b',
    source: 'S',
    says: 'the token is verified without asking the server again: by its published keys, and not when a letter of it changes',
    run: async (client) => {
      const token = textAt(await verify(client, agentLabEvents()), 'trust_token')
      const keys = createRemoteJWKSet(new URL('/.well-known/jwks.json', client.url))
      const header = decodeProtectedHeader(token)
      const verified = await jwtVerify(token, keys).then(
        () => true,
        () => false,
      )
      const [head = '', , signature = ''] = token.split('.')
      const claims = Buffer.from(JSON.stringify({ ...decodeJwt(token), overall_score: 100, bot_type: 'replay_bot' })).toString('base64url')
      const forged = await jwtVerify(`${head}.${claims}.${signature}`, keys).then(
        () => true,
        () => false,
      )
      return check(
        oneOf('the algorithm', header.alg, ['EdDSA', 'ES256']),
        holds('it names its key', typeof header.kid === 'string'),
        holds('it verifies', verified),
        holds('another payload does not', !forged),
      )
    },
  },
]
