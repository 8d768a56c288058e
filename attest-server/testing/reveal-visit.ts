import type { InputEvent } from '../../shared/features/input-event.js'
import { keyboardOnly, pastesPassword } from '../../shared/features/testing/people.js'
import type { Observation, ObservationId } from '../../shared/observation.js'
import { traceOf, type VisitTrace } from '../../shared/trace/testing/trace-of.js'
import type { RevealResponse } from '../../shared/wire/reveal.js'
import type { AttestResponse } from '../../shared/wire/verdict.js'
import { findingsOf } from './findings-of.js'
import { signEvidence, type TestDevice } from './honest-client.js'
import { createTestServer, ORIGIN, type TestServer } from './test-server.js'
import { type Visit, visit } from './visit.js'

const later = (events: readonly InputEvent[], by: number): InputEvent[] => events.map((event) => ({ ...event, t: event.t + by }))

/** Somebody signs up twice: mouse and keys, 40 seconds of it. */
export const signsUp = (seed: number): InputEvent[] => [
  ...pastesPassword(seed),
  ...later(keyboardOnly(seed), 15_000),
  ...later(pastesPassword(seed + 500), 30_000),
]

/** A server that asks whom it has to, and such a share of the others. */
export const askingServer = (revealShare = 0): Promise<TestServer> => createTestServer({ settings: { revealShare } })

interface Coming {
  readonly events?: readonly InputEvent[]
  readonly device?: TestDevice
  /** Of the challenge. */
  readonly request?: object
  /** Besides what the events show. */
  readonly observations?: ReadonlyMap<ObservationId, Observation>
  /** Another commitment than that to the events. */
  readonly commit?: VisitTrace['commit']
  readonly claims?: Parameters<Visit['claims']>[0]
}

/** A page that has its evidence, and whatever it takes to show what that was made of. */
export interface Came {
  readonly page: Visit
  readonly body: { readonly challenge: string; readonly evidence: string }
  readonly open: ReturnType<VisitTrace['commit']>['open']
}

/** Somebody comes and does something. Nothing is posted yet. */
export async function come(server: TestServer, coming: Coming = {}): Promise<Came> {
  const { events = signsUp(1), device, request = {}, observations = new Map(), claims = {} } = coming
  const page = await visit(server, ORIGIN, request, device)
  const commit = coming.commit ?? traceOf(events).commit
  const { trace, open } = commit(page.challenge.nonce)
  const found = findingsOf(events)
  const findings = { ...found, observations: new Map([...found.observations, ...observations]), trace }
  const evidence = await signEvidence(page.device, page.claims(claims, findings))
  return { page, open, body: { challenge: page.challenge.challenge, evidence } }
}

/** What the second request adds. @param asked as the answer to the first says */
export const shownOf = ({ open }: Came, { reveal, slices }: RevealResponse): object => ({ reveal, ...open(slices) })

export const isQuestion = (answer: AttestResponse | RevealResponse): answer is RevealResponse => 'reveal' in answer

export const ask = async ({ page, body }: Came): Promise<AttestResponse | RevealResponse> =>
  (await (await page.attest(body)).json()) as AttestResponse | RevealResponse

/** @throws where nothing is asked for */
export async function askedOf(came: Came): Promise<RevealResponse> {
  const answer = await ask(came)
  if (!isQuestion(answer)) throw new Error(`nothing is asked for: ${JSON.stringify(answer)} ${JSON.stringify(came.page.server.log.at(-1))}`)
  return answer
}

/** Both requests, where there are two. */
export async function attestAll(came: Came): Promise<AttestResponse> {
  const answer = await ask(came)
  if (!isQuestion(answer)) return answer
  return (await (await came.page.attest({ ...came.body, ...shownOf(came, answer) })).json()) as AttestResponse
}
