import { randomUUID } from 'node:crypto'
import { decodeJwt } from 'jose'
import type { ChallengeResponse } from '../../../shared/wire/challenge.js'
import type { AttestResponse } from '../../../shared/wire/verdict.js'
import { type Client, newBatch, type Reply } from './client.js'
import type { Ledger } from './ledger.js'

/** One thing that a client wants. Whatever comes of it is in the ledger. @returns what was answered last, and whether that is what was wanted */
export type Work = (client: Client, ledger: Ledger) => Promise<Done>

export interface Done {
  readonly reply: Reply
  readonly isDone: boolean
}

const field = ({ json }: Reply, name: string): unknown => (json as Readonly<Record<string, unknown>> | undefined)?.[name]

/** Challenge, work, evidence, verdict. */
export async function redeem(client: Client, ledger: Ledger): Promise<Done> {
  const asked = await client.challenge()
  if (asked.status !== 200) return { reply: asked, isDone: false }
  const request = await client.evidence(asked.json as ChallengeResponse)
  const reply = await client.attest(request)
  if (reply.status !== 200) {
    ledger.unanswered.push(request)
    return { reply, isDone: false }
  }
  const { token } = reply.json as AttestResponse
  ledger.redeemed.push({ request, token, jti: String(decodeJwt(token).jti) })
  return { reply, isDone: true }
}

/** A session's first batch of events. */
export async function post(client: Client, ledger: Ledger): Promise<Done> {
  const batch = newBatch()
  const reply = await client.events(batch)
  const isDone = reply.status === 202
  if (isDone) ledger.taken.push({ batch, session: String(field(reply, 'session_token')) })
  else ledger.unacknowledged.push(batch)
  return { reply, isDone }
}

/** What to do about a session that is known, or about none. */
async function read(client: Client, { taken }: Ledger): Promise<Done> {
  const reply = await client.verdict(taken.at(-1)?.session ?? 'sess_unknown')
  return { reply, isDone: reply.status === 200 }
}

/** A verdict of this ledger that nobody has shown yet is shown to `siteverify`; another one is made first, where there is none. */
async function show(client: Client, ledger: Ledger): Promise<Done> {
  const known = ledger.redeemed.at(-1)
  if (!known || ledger.accepted.includes(known.token)) return redeem(client, ledger)
  const reply = await client.siteverify(known.token)
  const codes = field(reply, 'error-codes') as readonly string[] | undefined
  // `refused` is a verdict that is not `allow`; used up it is all the same.
  const isTaken = reply.status === 200 && !codes?.includes('timeout-or-duplicate')
  if (isTaken) ledger.accepted.push(known.token)
  return { reply, isDone: reply.status === 200 }
}

/** A rule more, and the oldest one less. What was not answered may have happened: such a rule is in no list. */
async function configure(client: Client, { rules, removed }: Ledger): Promise<Done> {
  const made = await client.control('POST', '/rules', { name: randomUUID(), expression: 'path == "/nowhere"', action: 'log' })
  if (made.status !== 201) return { reply: made, isDone: false }
  rules.add(String(field(made, 'id')))
  const [oldest] = rules
  if (rules.size < MOST_RULES || oldest === undefined) return { reply: made, isDone: true }
  rules.delete(oldest)
  const reply = await client.control('DELETE', `/rules/${oldest}`)
  if (reply.status === 204) removed.add(oldest)
  return { reply, isDone: reply.status === 204 }
}

/** Of one ledger: a project may have a hundred. */
const MOST_RULES = 4

/** What a client does, by the name of what it asks for. */
export const works = { redeem, post, read, show, configure } as const satisfies Readonly<Record<string, Work>>
export type WorkName = keyof typeof works
export const workNames = Object.keys(works) as readonly WorkName[]
