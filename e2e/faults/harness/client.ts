import { randomUUID } from 'node:crypto'
import type { ChallengeResponse } from '../../../shared/wire/challenge.js'
import type { AttestRequest } from '../../../shared/wire/evidence.js'
import { startMeter } from '../../attackers/harness/meter.js'
import { type DeviceKey, makeKey } from '../../attackers/means/device-key.js'
import { stillSummary } from '../../attackers/means/summary.js'
import { claimsOf } from '../../attackers/means/visit.js'
import { solve } from '../../attackers/means/work.js'
import { addressOf, type Sent, sendRequest } from '../../conformance/harness/send-request.js'
import { humanEvents } from '../../conformance/traffic/botect-events.js'
import { failOpen } from '../../conformance/traffic/fail-open.js'
import { chromeScriptHeaders } from '../../conformance/traffic/headers.js'
import { ACTION, ORIGIN, type Site } from './site.js'

/** An answer, or that there was none. */
export interface Reply {
  /** 0: the connection was refused, cut, or silent. */
  readonly status: number
  readonly json: unknown
  /** `Retry-After`. */
  readonly retryAfter?: string | undefined
  /** Where there was no answer: why. */
  readonly error?: string
}

/** Events that were sent together, and may be sent again. */
export interface Batch {
  readonly key: string
  /** Null: begins a session. */
  readonly session: string | null
  readonly events: readonly object[]
}

/** Every kind of request that the tests make, at one server. */
export interface Client {
  challenge(): Promise<Reply>
  /** The visitor's side alone: work, summary, signature. */
  evidence(challenge: ChallengeResponse): Promise<AttestRequest>
  attest(request: AttestRequest): Promise<Reply>
  events(batch: Batch): Promise<Reply>
  /** @param path of the page that it is asked for */
  verdict(session: string, path?: string): Promise<Reply>
  /** Why a verdict is what it is. */
  explanation(jti: string): Promise<Reply>
  siteverify(token: string): Promise<Reply>
  control(method: string, path: string, json?: unknown): Promise<Reply>
  /** A request that is counted for the site's key. */
  lookUp(session: string): Promise<Reply>
  /** What is counted by now. @param key the site's where it says nothing */
  usage(key?: string): Promise<Reply>
}

/** The longest that a server may leave a client without an answer while something is wrong: in ms. */
const PATIENCE = 20_000

export const newBatch = (session: string | null = null): Batch => ({ key: randomUUID(), session, events: humanEvents() })

export const isFailOpen = ({ status, json }: Reply): boolean => status === 200 && JSON.stringify(json) === JSON.stringify(failOpen)

let visitors = 0
/** 256 networks of 198.18.0.0/15, which belongs to nobody (RFC 2544). */
const nextAddress = () => `198.18.${visitors++ & 255}.7`

let shared: Promise<DeviceKey> | undefined
const sharedKey = () => {
  shared ??= makeKey()
  return shared
}

/** @param url of the server, asked for each request: servers that start anew have another */
export function createClient(site: Site, url: () => string): Client {
  const meter = startMeter()
  const send = async (method: string, path: string, sent: Sent): Promise<Reply> => {
    try {
      const headers = { 'x-forwarded-for': nextAddress(), ...sent.headers }
      const answer = await sendRequest(addressOf(url(), path, sent.query), method, { ...sent, headers }, PATIENCE)
      return { status: answer.status, json: answer.json, retryAfter: answer.headers['retry-after'] }
    } catch (error) {
      return { status: 0, json: undefined, error: error instanceof Error ? error.message : String(error) }
    }
  }
  const page = { ...chromeScriptHeaders, origin: ORIGIN }
  const bearer = (key: string) => ({ authorization: `Bearer ${key}` })
  return {
    challenge: () => send('POST', '/v1/challenge', { headers: page, json: { siteKey: site.siteKey } }),
    async evidence(challenge) {
      const key = await sharedKey()
      const held = { challenge, since: performance.now() }
      const { claims } = claimsOf(
        held,
        solve(challenge, key.thumbprint, meter),
        { summary: stillSummary(700) },
        { origin: ORIGIN, action: ACTION },
      )
      return { challenge: challenge.challenge, evidence: await key.sign(claims) }
    },
    attest: (request) => send('POST', '/v1/attest', { headers: page, json: request }),
    events: ({ key, session, events }) =>
      send('POST', '/v1/events', {
        headers: { ...page, 'x-botect-site-key': site.siteKey, 'idempotency-key': key },
        json: { session_token: session, events },
      }),
    verdict: (session, path) =>
      send('GET', `/v1/sessions/${session}/verdict`, { headers: bearer(site.privateKey), ...(path !== undefined && { query: { path } }) }),
    explanation: (jti) => send('GET', `/v1/verdicts/${jti}`, { headers: bearer(site.privateKey) }),
    siteverify: (token) => send('POST', '/siteverify', { json: { secret: site.privateKey, response: token } }),
    control: (method, path, json) =>
      send(method, `/v1/projects/${site.projectId}${path}`, { headers: bearer(site.account), ...(json !== undefined && { json }) }),
    lookUp: (session) => send('GET', '/api/v1/verdict', { headers: { 'x-api-key': site.liveKey }, query: { token: session } }),
    usage: (key = site.liveKey) => send('GET', '/api/v1/usage', { headers: { 'x-api-key': key } }),
  }
}
