import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { addressOf, sendRequest } from '../../conformance/harness/send-request.js'
import { repoRoot } from '../../support/machine/tools.js'

/** A backend that verifies as docs/verdict.md says. */
export interface RelyingParty {
  /** @returns `accepted` for a verdict that says `allow`, shown for the first time; else its action, or why it is refused */
  judge(token: string, proof?: string): Promise<string>
}

/** A request that carries a verdict. */
export const requestTo = (origin: string, action: string) => ({ method: 'POST', url: `${origin}/${action}` })

/** What it is told of itself. */
interface Setting {
  /** Of the attest-server. */
  readonly url: string
  readonly siteKey: string
  readonly origin: string
  readonly action: string
  /** Asks for proof of possession. */
  readonly dpop?: boolean
  /** Of the project, by which it asks what was decided of a verdict before it does what cannot be undone. */
  readonly secretKey?: string
}

/** Of the built package, what a backend uses: the documented options, and each verdict once. */
interface Verify {
  createVerifier(options: object): { verify(token: string, expected: { readonly action: string }, request: object): Promise<Result> }
  rememberOnce(): object
}

type Result =
  | { readonly ok: true; readonly verdict: { readonly jti: string; readonly action: string } }
  | { readonly ok: false; readonly error: { readonly code: string } }

/** For the keys, in ms. */
const PATIENCE = 60_000

/** @returns `accepted`, or what was decided of a verdict that is deferred. @throws where the explanation is not to be had */
async function followUp(url: string, jti: string, secretKey: string): Promise<string> {
  const headers = { headers: { Authorization: `Bearer ${secretKey}` } }
  const { status, json } = await sendRequest(addressOf(url, `/v1/verdicts/${jti}`), 'GET', headers, PATIENCE)
  if (status !== 200) throw new Error(`the verdict cannot be followed up: ${status}`)
  const { deferred, appraised } = json as { readonly deferred?: true; readonly appraised?: string }
  return deferred ? `deferred: ${appraised}` : 'accepted'
}

export async function createRelyingParty({ url, siteKey, origin, action, dpop = false, secretKey }: Setting): Promise<RelyingParty> {
  const { createVerifier, rememberOnce } = (await import(pathToFileURL(join(repoRoot, 'dist', 'verify.mjs')).href)) as Verify
  // Given and not fetched on the way: where a busy machine cannot fetch them in time, nothing was fended off.
  const { json: jwks } = await sendRequest(addressOf(url, '/.well-known/jwks.json'), 'GET', {}, PATIENCE)
  const verifier = createVerifier({ jwks, issuer: url, audience: siteKey, origin, onceOnly: rememberOnce(), ...(dpop && { dpop }) })
  return {
    async judge(token, proof) {
      const result = await verifier.verify(token, { action }, { ...requestTo(origin, action), dpop: proof })
      if (!result.ok) return `verify: ${result.error.code}`
      if (result.verdict.action !== 'allow') return result.verdict.action
      return secretKey === undefined ? 'accepted' : followUp(url, result.verdict.jti, secretKey)
    },
  }
}
