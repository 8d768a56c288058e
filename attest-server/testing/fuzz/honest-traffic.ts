import type { ChallengeResponse } from '../../../shared/wire/challenge.js'
import type { AttestResponse } from '../../../shared/wire/verdict.js'
import { FORM_DELAY } from '../../core/noscript/form-ticket.js'
import { samples } from '../../routes/http/samples.js'
import { createDevice, honestClaims, signEvidence } from '../honest-client.js'
import { browserHeaders } from '../test-server.js'
import { FUZZ_ORIGIN } from './make-world.js'
import { remember, type Tenant } from './tenant.js'

type Fetch = (path: string, init?: RequestInit) => Promise<Response>

const post = (ask: Fetch, path: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<Response> => {
  const { host: _, ...own } = browserHeaders
  const sent = { ...own, origin: FUZZ_ORIGIN, 'content-type': 'application/json', ...headers }
  return ask(path, { method: 'POST', headers: sent, body: JSON.stringify(body) })
}

/** Evidence that holds, and is good once. @returns undefined where the site key was just replaced */
async function makeEvidence(ask: Fetch, { siteKey }: Tenant): Promise<object | undefined> {
  const response = await post(ask, '/v1/challenge', { siteKey })
  if (!response.ok) return undefined
  const challenge = (await response.json()) as ChallengeResponse
  const device = await createDevice()
  return {
    challenge: challenge.challenge,
    evidence: await signEvidence(device, honestClaims(challenge, FUZZ_ORIGIN, device.thumbprint)),
  }
}

function keep(tenant: Tenant, operationId: string, body: object | undefined): void {
  if (body === undefined) return
  const bodies = tenant.bodies.get(operationId) ?? []
  bodies.push(body)
  if (bodies.length > 20) bodies.shift()
  tenant.bodies.set(operationId, bodies)
}

/** What a program says of itself that is none of a browser's: it is turned away, which an exception can be made of. */
const library = { 'user-agent': 'python-requests/2.32.3', 'accept-language': '', 'sec-ch-ua': '', 'sec-fetch-mode': '' }

/** What no generator could make: signed evidence, verdicts of visits that were, a form that may be sent. */
export async function visitHonestly(ask: Fetch, tenant: Tenant): Promise<void> {
  keep(tenant, 'attest', await makeEvidence(ask, tenant))
  for (const headers of [{}, library]) {
    const answered = (await (
      await post(ask, '/v1/attest', (await makeEvidence(ask, tenant)) ?? {}, headers)
    ).json()) as Partial<AttestResponse>
    if (answered.token === undefined || answered.reference === undefined) continue
    remember(tenant, 'verdict', answered.token)
    remember(tenant, 'reference', answered.reference)
  }
  const query = new URLSearchParams({ key: tenant.siteKey, return: samples.returnTo })
  const ticket = /name="ticket" value="([^"]+)"/.exec(await (await ask(`/v1/noscript?${query}`)).text())?.[1]
  // Good only after its delay: a fast run would hand in none but such as are too early.
  if (ticket !== undefined) setTimeout(() => keep(tenant, 'redeemForm', { ticket }), 1000 * FORM_DELAY).unref()
}
