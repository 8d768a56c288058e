import { randomUUID } from 'node:crypto'
import { field, numberAt, textAt } from '../harness/assertions.js'
import type { Client } from '../harness/client.js'
import type { Answer } from '../harness/send-request.js'
import { until } from '../harness/until.js'
import { type BotectEvent, botEvents, humanEvents } from './botect-events.js'
import { chromeScriptHeaders, headlessHeaders } from './headers.js'

export interface Batch {
  readonly events: readonly unknown[]
  readonly token?: string | null
  readonly key?: string
  readonly siteKey?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Sends a batch of the browser's script. */
export async function sendBatch(
  client: Client,
  { events, token = null, key, siteKey, headers = chromeScriptHeaders }: Batch,
): Promise<Answer> {
  const site = siteKey ?? (await client.keys.project()).siteKey
  return client.post(
    '/v1/events',
    { session_token: token, events },
    {
      ...headers,
      'x-botect-site-key': site,
      'idempotency-key': key ?? randomUUID(),
    },
  )
}

const visitors = {
  human: { events: humanEvents, headers: chromeScriptHeaders },
  bot: { events: botEvents, headers: headlessHeaders },
} as const

/** @returns its token @throws when none came */
export async function startSession(
  client: Client,
  visitor: 'human' | 'bot' | { readonly events: readonly BotectEvent[] },
): Promise<string> {
  const batch = typeof visitor === 'string' ? { events: visitors[visitor].events(), headers: visitors[visitor].headers } : visitor
  const answer = await sendBatch(client, batch)
  const token = textAt(answer, 'session_token')
  if (answer.status !== 202 || token === '') throw new Error(`no session: ${answer.status} ${answer.text.slice(0, 200)}`)
  return token
}

export async function readVerdict(client: Client, token: string, query: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const { privateKey } = await client.keys.project()
  return client.get(`/v1/sessions/${encodeURIComponent(token)}/verdict`, { authorization: `Bearer ${privateKey}` }, query)
}

/** The verdict, once the session is scored; the last one read, where that takes too long. */
export const scoredVerdict = (client: Client, token: string, query: Readonly<Record<string, string>> = {}): Promise<Answer> =>
  until(
    () => readVerdict(client, token, query),
    (answer) => answer.status !== 200 || field(answer, 'verdict') !== 'not_computed',
    client.patience,
  )

/** NaN where it was not scored. */
export async function botectScore(client: Client, visitor: 'human' | 'bot'): Promise<number> {
  return numberAt(await scoredVerdict(client, await startSession(client, visitor)), 'score')
}
