import { err, ok, type Result } from '../../../../shared/result.js'
import type { EpochSeconds } from '../../../../shared/units.js'
import type { OutboundFault, OutboundResponse, Send } from '../../outbound/ports.js'
import { checkProofs, type Proof } from './directory-proof.js'
import { freshFor } from './freshness.js'
import { DIRECTORY_TYPE, type KeyLocation } from './key-location.js'
import { type AgentKeys, type DirectoryFormatFault, MAX_DIRECTORY_BYTES, parseDirectory } from './parse-directory.js'

export type RemoteLocation = Extract<KeyLocation, { readonly kind: 'remote' }>

export interface Directory {
  readonly keys: AgentKeys
  /** What its own signatures say; keys that are not in it are `unproved`. */
  readonly proofs: ReadonlyMap<string, Proof>
  readonly freshUntil: EpochSeconds
}

export type DirectoryFault =
  | OutboundFault
  | { readonly reason: DirectoryFormatFault | 'directory-media-type' }
  /** Redirects too: they are not followed. */
  | { readonly reason: 'directory-status'; readonly status: number }

const ACCEPT = `${DIRECTORY_TYPE}, application/jwk-set+json;q=0.9, application/json;q=0.8`

/** A person may be waiting for the answer: this is the whole look-up's. A directory that redirects is none. */
const DIRECTORY_LIMITS = { time: 1500, bytes: MAX_DIRECTORY_BYTES, redirects: 0 } as const

/** Of directories elsewhere the draft asks only that they are a JWK Set; servers say so in three ways. */
const elsewhere: ReadonlySet<string> = new Set([DIRECTORY_TYPE, 'application/jwk-set+json', 'application/json'])

function checkResponse({ status, headers }: OutboundResponse, wellKnown: boolean): DirectoryFault | undefined {
  if (status !== 200) return { reason: 'directory-status', status }
  const type = (headers.get('content-type') ?? '').split(';', 1)[0]!.trim().toLowerCase()
  const fits = wellKnown ? type === DIRECTORY_TYPE : elsewhere.has(type)
  return fits ? undefined : { reason: 'directory-media-type' }
}

/** Fetches, parses and checks a directory, once. */
export async function fetchDirectory(location: RemoteLocation, send: Send, now: EpochSeconds): Promise<Result<Directory, DirectoryFault>> {
  const response = await send({ method: 'GET', url: location.url, headers: { accept: ACCEPT }, limits: DIRECTORY_LIMITS })
  if (!response.ok) return response
  const fault = checkResponse(response.value, location.wellKnown)
  if (fault) return err(fault)
  const keys = await parseDirectory(response.value.body)
  if (!keys.ok) return err({ reason: keys.error })
  const proofs = await checkProofs(response.value, location.url, keys.value, now)
  return ok({ keys: keys.value, proofs, freshUntil: now + freshFor(response.value.headers, now) })
}
