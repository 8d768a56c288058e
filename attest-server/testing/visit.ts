import type { ChallengeResponse } from '../../shared/wire/challenge.js'
import type { EvidenceClaims } from '../../shared/wire/evidence.js'
import { createDevice, type Findings, honestClaims, signEvidence, type TestDevice } from './honest-client.js'
import { createTestServer, ORIGIN, type TestServer, type TestServerOptions } from './test-server.js'

type Headers = Readonly<Record<string, string | undefined>>
type Changes = Partial<Record<keyof EvidenceClaims, unknown>>

/** How a request ended: for the browser, and for the log. */
export interface Outcome {
  readonly status: number
  readonly code: string | undefined
  readonly reason: unknown
}

/** One page that asks for one verdict. */
export interface Visit {
  readonly server: TestServer
  readonly device: TestDevice
  readonly challenge: ChallengeResponse
  /** Honest claims with changes. */
  claims(changes?: Changes, findings?: Findings): EvidenceClaims
  /** The body of a request with such claims, signed. */
  body(changes?: Changes, header?: object): Promise<{ readonly challenge: string; readonly evidence: string }>
  attest(body: unknown, headers?: Headers): Promise<Response>
  outcome(body: unknown, headers?: Headers): Promise<Outcome>
}

/** A visit to a server that is already there. One second passes between the challenge and the evidence. @param known otherwise a device that is new */
export async function visit(server: TestServer, origin: string = ORIGIN, request: object = {}, known?: TestDevice): Promise<Visit> {
  const device = known ?? (await createDevice())
  const challenge = await server.challenge(request, origin)
  server.pass(1)
  const claims: Visit['claims'] = (changes = {}, findings = {}) =>
    ({ ...honestClaims(challenge, origin, device.thumbprint, findings), ...changes }) as EvidenceClaims
  const attest: Visit['attest'] = (body, headers = {}) => server.post('/v1/attest', body, { origin, ...headers })
  return {
    server,
    device,
    challenge,
    claims,
    body: async (changes, header) => ({
      challenge: challenge.challenge,
      evidence: await signEvidence(device, claims(changes), header),
    }),
    attest,
    async outcome(body, headers) {
      const response = await attest(body, headers)
      const { code } = (await response.json()) as { code?: string }
      return { status: response.status, code, reason: server.log.at(-1)?.reason }
    },
  }
}

export const newVisit = async (options: TestServerOptions = {}): Promise<Visit> => visit(await createTestServer(options))
