import { parseAddress } from '../../../../shared/address/parse-address.js'
import { err, ok, type Result } from '../../../../shared/result.js'
import type { EpochSeconds } from '../../../../shared/units.js'
import type { NetworkLimits } from '../network/agent-url.js'
import { type PlanFault, planConnection } from '../network/connect-plan.js'
import { checkProofs, type Proof } from './directory-proof.js'
import { freshFor } from './freshness.js'
import { DIRECTORY_TYPE, type KeyLocation } from './key-location.js'
import { type AgentKeys, type DirectoryFormatFault, MAX_DIRECTORY_BYTES, parseDirectory } from './parse-directory.js'
import type { DialFault, DirectoryPorts, DirectoryResponse } from './ports.js'

export type RemoteLocation = Extract<KeyLocation, { readonly kind: 'remote' }>

export interface Directory {
  readonly keys: AgentKeys
  /** What its own signatures say; keys that are not in it are `unproved`. */
  readonly proofs: ReadonlyMap<string, Proof>
  readonly freshUntil: EpochSeconds
}

export type DirectoryFault =
  | PlanFault
  | { readonly reason: DialFault | DirectoryFormatFault | 'directory-media-type' }
  /** Redirects too: they are not followed. */
  | { readonly reason: 'directory-status'; readonly status: number }

/** A person may be waiting for the answer. */
const LIMITS = { time: 3000, bytes: MAX_DIRECTORY_BYTES } as const

/** Of directories elsewhere the draft asks only that they are a JWK Set; servers say so in three ways. */
const elsewhere: ReadonlySet<string> = new Set([DIRECTORY_TYPE, 'application/jwk-set+json', 'application/json'])

function checkResponse({ status, headers }: DirectoryResponse, wellKnown: boolean): DirectoryFault | undefined {
  if (status !== 200) return { reason: 'directory-status', status }
  const type = (headers.get('content-type') ?? '').split(';', 1)[0]!.trim().toLowerCase()
  const fits = wellKnown ? type === DIRECTORY_TYPE : elsewhere.has(type)
  return fits ? undefined : { reason: 'directory-media-type' }
}

/** Loopback hosts, where they are allowed, need no resolver: what it says of them is not asked. */
async function addressesOf(host: string, { resolve }: DirectoryPorts): Promise<readonly string[]> {
  const bare = host.startsWith('[') ? host.slice(1, -1) : host
  if (host === 'localhost') return ['127.0.0.1']
  return parseAddress(bare) ? [bare] : resolve(host)
}

/** Resolves, judges, dials, parses and checks a directory, once. */
export async function fetchDirectory(
  location: RemoteLocation,
  ports: DirectoryPorts,
  limits: NetworkLimits,
  now: EpochSeconds,
): Promise<Result<Directory, DirectoryFault>> {
  const plan = planConnection(location.url, await addressesOf(location.host, ports), limits)
  if (!plan.ok) return plan
  const response = await ports.dial(plan.value, LIMITS)
  if (!response.ok) return err({ reason: response.error })
  const fault = checkResponse(response.value, location.wellKnown)
  if (fault) return err(fault)
  const keys = await parseDirectory(response.value.body)
  if (!keys.ok) return err({ reason: keys.error })
  const proofs = await checkProofs(response.value, location.url, keys.value, now)
  return ok({ keys: keys.value, proofs, freshUntil: now + freshFor(response.value.headers, now) })
}
