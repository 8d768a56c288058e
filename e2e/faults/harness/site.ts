import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { madeCredentials } from '../../conformance/credentials.js'
import { addressOf, sendRequest } from '../../conformance/harness/send-request.js'
import { repoRoot } from '../../support/machine/tools.js'
import { type Deployment, ISSUER } from './deployment.js'

export const ORIGIN = 'http://localhost:3000'
export const ACTION = 'sign-up'

/** A project with everything that clients need of it. */
export interface Site {
  readonly projectId: string
  readonly siteKey: string
  /** `sk_…` */
  readonly privateKey: string
  /** Of the account that owns it. */
  readonly account: string
  /** `sk_live_…` of the detectip API: what it asks is counted. */
  readonly liveKey: string
  /** Offline, as a backend does. @returns `ok`, or why not */
  verify(token: string): Promise<string>
}

interface Verify {
  createVerifier(options: object): {
    verify(
      token: string,
      expected: object,
    ): Promise<{ readonly ok: true } | { readonly ok: false; readonly error: { readonly code: string } }>
  }
}

const PATIENCE = 30_000

/** @param url of a server that runs. */
export async function makeSite({ vouchsafe }: Pick<Deployment, 'vouchsafe'>, url: string): Promise<Site> {
  const keys = madeCredentials({ url, vouchsafe })
  const { id, siteKey, privateKey } = await keys.project()
  const { createVerifier } = (await import(pathToFileURL(join(repoRoot, 'dist', 'verify.mjs')).href)) as Verify
  const { json: jwks } = await sendRequest(addressOf(url, '/.well-known/jwks.json'), 'GET', {}, PATIENCE)
  const verifier = createVerifier({ jwks, issuer: ISSUER, audience: siteKey, origin: ORIGIN })
  return {
    ...{ projectId: id, siteKey, privateKey, account: await keys.account(), liveKey: await keys.live() },
    async verify(token) {
      const result = await verifier.verify(token, { action: ACTION })
      return result.ok ? 'ok' : result.error.code
    },
  }
}
