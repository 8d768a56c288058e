import type { EpochSeconds } from '../../../../shared/units.js'
import type { OutboundResponse } from '../../outbound/ports.js'
import type { AgentKey } from '../agent-key.js'
import { checkSignature } from '../check-signature.js'
import { parameterOf } from '../fields/structured-field.js'
import { checkContentDigest } from '../message/content-digest.js'
import type { ResponseMessage } from '../message/http-message.js'
import { signatureBase } from '../message/signature-base.js'
import { covers, type LabelledSignature, parseSignatures, tagged } from '../message/signatures.js'
import type { AgentKeys } from './parse-directory.js'

export const DIRECTORY_TAG = 'http-message-signatures-directory'

/**
 * What a directory's own signature says of a key: `proved`, its owner signed this directory for this host; `unproved`, nothing that counts: there
 * is none, its time is over or not yet come, or it has the form of an earlier draft; `refuted`, it is over something else.
 */
export type Proof = 'proved' | 'unproved' | 'refuted'

/** Clocks of directories may go ahead by this much. */
const SKEW = 60

/** The draft's "Possession Proof": `@authority` of the request must be covered; a digest that is covered must be of this body. */
async function judge(
  { covered, signature }: LabelledSignature,
  key: AgentKey,
  message: ResponseMessage,
  body: Uint8Array,
  now: EpochSeconds,
): Promise<Proof> {
  const bindsHost = covered.items.some(({ item, parameters }) => item.value === '@authority' && parameters.has('req'))
  const created = parameterOf(covered.parameters, 'created', 'integer')
  const expires = parameterOf(covered.parameters, 'expires', 'integer')
  if (!bindsHost || created === undefined || expires === undefined || created > now + SKEW || expires <= now) return 'unproved'
  const base = signatureBase(covered, message)
  if (!base.ok) return 'unproved'
  if (!(await checkSignature(key, signature, base.value))) return 'refuted'
  if (!covers(covered, 'content-digest')) return 'proved'
  const digest = await checkContentDigest(message.headers.get('content-digest') ?? '', body)
  return digest.ok ? 'proved' : 'refuted'
}

/** Signatures that are looked at, at most: one a key, and a directory has few. */
const MAX_PROOFS = 50

/**
 * Checks the signatures of a directory's response.
 * @returns what is known of each key that somebody signed with; keys that are not in it are `unproved`.
 */
export async function checkProofs(
  response: OutboundResponse,
  url: string,
  keys: AgentKeys,
  now: EpochSeconds,
): Promise<ReadonlyMap<string, Proof>> {
  const { status, headers, body } = response
  const message: ResponseMessage = { status, headers, request: { method: 'GET', url, headers: new Map() } }
  const signatures = parseSignatures(headers)
  const proofs = new Map<string, Proof>()
  if (!signatures.ok) return proofs
  for (const signature of tagged(signatures.value, DIRECTORY_TAG).slice(0, MAX_PROOFS)) {
    const key = keys.get(parameterOf(signature.covered.parameters, 'keyid', 'string') ?? '')
    if (key && proofs.get(key.keyid) !== 'proved') proofs.set(key.keyid, await judge(signature, key, message, body, now))
  }
  return proofs
}
