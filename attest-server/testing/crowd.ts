import type { Tally } from '../../shared/features/reading/tally.js'
import type { Observation, ObservationId } from '../../shared/observation.js'
import type { ChallengeResponse } from '../../shared/wire/challenge.js'
import type { AttestResponse } from '../../shared/wire/verdict.js'
import type { VerdictRecord } from '../stores/ports.js'
import { honestClaims, signEvidence, solve, type TestDevice } from './honest-client.js'
import { createTestServer, ORIGIN, type TestServer, type TestServerOptions } from './test-server.js'

/** One client of many: where it is, and what it says. */
export interface Client {
  readonly device: TestDevice
  /** IPv4 or IPv6. */
  readonly address: string
  readonly session?: string
  readonly round?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly tally?: Partial<Tally>
  readonly observations?: ReadonlyMap<ObservationId, Observation>
  /** Of the work. */
  readonly share?: number
}

const headersOf = ({ address, headers }: Client) => ({ ...headers, 'x-forwarded-for': address })

/** A server behind a proxy, that therefore knows where its clients are. As many sub-puzzles as a real one asks for, each next to nothing. */
export const createCrowdServer = (options: TestServerOptions = {}): Promise<TestServer> =>
  createTestServer({ ...options, settings: { trustedProxies: 1, pow: { count: 16, difficulty: 1 }, ...options.settings } })

export async function askAs(server: TestServer, client: Client): Promise<ChallengeResponse> {
  const { session, round } = client
  const request = {
    siteKey: server.project.siteKey,
    ...(session === undefined ? {} : { session }),
    ...(round === undefined ? {} : { round }),
  }
  const response = await server.post('/v1/challenge', request, headersOf(client))
  if (!response.ok) throw new Error(await response.text())
  return (await response.json()) as ChallengeResponse
}

export async function redeemAs(server: TestServer, client: Client, challenge: ChallengeResponse): Promise<AttestResponse> {
  const { device, tally = {}, observations = new Map(), share = 1 } = client
  const claims = honestClaims(challenge, ORIGIN, device.thumbprint, { observations, tally })
  const pow = solve(challenge, device.thumbprint, share)
  const body = { challenge: challenge.challenge, evidence: await signEvidence(device, { ...claims, pow }) }
  const response = await server.post('/v1/attest', body, headersOf(client))
  if (!response.ok) throw new Error(await response.text())
  return (await response.json()) as AttestResponse
}

/** Asks, takes a second, and answers. */
export async function comeAs(server: TestServer, client: Client): Promise<AttestResponse> {
  const challenge = await askAs(server, client)
  server.pass(1)
  return redeemAs(server, client, challenge)
}

/** What the project's owner reads of a verdict. */
export async function explained(server: TestServer, { reference }: AttestResponse): Promise<VerdictRecord> {
  const response = await server.app.request(`/v1/verdicts/${reference}`, { headers: { authorization: `Bearer ${server.secretKey}` } })
  return (await response.json()) as VerdictRecord
}

export const observed = ({ observations }: VerdictRecord, id: ObservationId): unknown => {
  const found = observations.find((one) => one.id === id)
  return found?.state === 'ok' ? found.value : undefined
}
