import type { ChallengeResponse } from '../../shared/wire/challenge.js'
import type { AttestResponse } from '../../shared/wire/verdict.js'
import { createDevice, honestClaims, signEvidence } from './honest-client.js'
import { browserHeaders } from './test-server.js'

const ORIGIN = 'http://localhost:3000'

/** `POST` as a page of a loopback origin does it. */
export const postTo = (url: string, body: unknown): Promise<Response> =>
  fetch(url, { method: 'POST', headers: { ...browserHeaders, origin: ORIGIN, 'content-type': 'text/plain' }, body: JSON.stringify(body) })

/** Evidence that is good for one verdict of whatever server shares a store with this one. */
export async function evidenceFor(url: string, siteKey: string): Promise<object> {
  const challenge = (await (await postTo(`${url}/v1/challenge`, { siteKey })).json()) as ChallengeResponse
  const device = await createDevice()
  return { challenge: challenge.challenge, evidence: await signEvidence(device, honestClaims(challenge, ORIGIN, device.thumbprint)) }
}

export interface Told {
  readonly body: object
  readonly verdict: AttestResponse
}

/** One visitor's way to a verdict. @throws where it was not given */
export async function verdictOf(url: string, body: object): Promise<Told> {
  const response = await postTo(`${url}/v1/attest`, body)
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`)
  return { body, verdict: (await response.json()) as AttestResponse }
}

/** Work that goes on, in as many strands, until it is stopped. */
export function keepOn(strands: number, work: () => Promise<void>): { stop(): Promise<void> } {
  let isOver = false
  const strand = async () => {
    while (!isOver) await work()
  }
  const all = Promise.all(Array.from({ length: strands }, strand))
  // Whoever stops it is told.
  all.catch(() => undefined)
  return {
    async stop() {
      isOver = true
      await all
    },
  }
}
