import { err, ok, type Result } from '../../../shared/result.js'
import type { EpochSeconds } from '../../../shared/units.js'
import { type AgentFault, type FaultMeaning, meaningOf } from './agent-fault.js'
import type { AgentKey } from './agent-key.js'
import type { AgentPolicy } from './agent-policy.js'
import { checkAuthority, checkParameters, type SignatureParameters } from './check-parameters.js'
import { checkSignature } from './check-signature.js'
import type { DirectoryCache } from './directory/directory-cache.js'
import { type KeyLocation, locateKeys } from './directory/key-location.js'
import { parseDirectory } from './directory/parse-directory.js'
import { serializeItem } from './fields/serialize-field.js'
import { findKnownAgent, type KnownAgent } from './known-agents.js'
import type { RequestMessage } from './message/http-message.js'
import { signatureBase } from './message/signature-base.js'
import { type LabelledSignature, parseSignatures, tagged } from './message/signatures.js'
import { agentOf } from './signature-agent.js'
import { testKeys } from './test-keys.js'

const AGENT_TAG = 'web-bot-auth'

export interface VerifyAgentDeps {
  readonly policy: AgentPolicy
  readonly directories: DirectoryCache
}

export interface VerifiedAgent {
  /** What policy speaks of: the origin whose well-known directory has the key, or the URL of the keys; of inline keys, the key (RFC 9278). */
  readonly agent: string
  /** RFC 7638 thumbprint. It changes when the agent changes its key. */
  readonly keyid: string
  /** The URL that was fetched; undefined where the keys stood in the request. */
  readonly directory: string | undefined
  /** Undefined for agents that are on no list, and for keys that are not at the well-known path: those do not speak for their host. */
  readonly known: KnownAgent | undefined
  /** Whether the directory itself is signed with this key. */
  readonly proved: boolean
  /**
   * What the signature covers, as it stands in Signature-Input: what is not here can be another in a replay. Where `"content-digest"` is here,
   * the body is covered for whoever compares the two (`checkContentDigest`).
   */
  readonly covered: readonly string[]
  /** What makes this request the only one of its kind, and until when it may come; undefined where it can be repeated. `claimNonce` takes it. */
  readonly nonce: SignatureParameters['nonce']
}

/**
 * What a request's signature says of who sent it. None of the three says that the request is bad, and only the first says what it is:
 * `verified`, an automated client that says so itself, for the site's policy on agents to judge; `failed`, nothing: weigh it as unknown, and
 * tell its operator the reason; `absent`, nothing: most people and most bots.
 */
export type AgentVerdict =
  | ({ readonly outcome: 'verified' } & VerifiedAgent)
  | { readonly outcome: 'failed'; readonly meaning: FaultMeaning; readonly fault: AgentFault }
  | { readonly outcome: 'absent' }

/** Signatures of one request that are tried, in the order of Signature-Input: each may cost a fetch. */
const MAX_TRIES = 3

interface FoundKey {
  readonly key: AgentKey
  readonly proved: boolean
}

async function inlineKey(body: Uint8Array, keyid: string): Promise<Result<FoundKey, AgentFault>> {
  const keys = await parseDirectory(body)
  if (!keys.ok) return err({ reason: 'inline-keys', fault: keys.error })
  const key = keys.value.get(keyid)
  return key ? ok({ key, proved: false }) : err({ reason: 'key-unknown' })
}

/** Looked up by location and key, never by key alone: two directories may hold the same key, and only one of them is claimed. */
async function findKey(
  location: KeyLocation,
  keyid: string,
  { directories }: VerifyAgentDeps,
  now: EpochSeconds,
): Promise<Result<FoundKey, AgentFault>> {
  if (location.kind === 'inline') return inlineKey(location.body, keyid)
  const directory = await directories.lookUp(location, keyid, now)
  if (!directory.ok) return err({ reason: 'directory', fault: directory.error })
  const key = directory.value.keys.get(keyid)
  const proof = directory.value.proofs.get(keyid)
  if (!key) return err({ reason: 'key-unknown' })
  return proof === 'refuted' ? err({ reason: 'key-refuted' }) : ok({ key, proved: proof === 'proved' })
}

/** The key may sign now, with this algorithm. */
function checkKey(key: AgentKey, { algorithm }: SignatureParameters, policy: AgentPolicy, now: EpochSeconds): AgentFault | undefined {
  if (algorithm !== undefined && algorithm !== key.algorithm) return { reason: 'algorithm-mismatch' }
  const early = key.notBefore !== undefined && now + policy.skew < key.notBefore
  const late = key.notAfter !== undefined && now >= key.notAfter
  return early || late ? { reason: 'key-out-of-time' } : undefined
}

/** What a signature claims, if its claim is worth looking at. */
interface Claim {
  readonly parameters: SignatureParameters
  readonly location: KeyLocation
  readonly base: string
}

/** parameters ▸ authority ▸ agent ▸ base: all that costs no fetch. */
function readClaim(
  signature: LabelledSignature,
  request: RequestMessage,
  policy: AgentPolicy,
  authorities: readonly string[],
  now: EpochSeconds,
): Result<Claim, AgentFault> {
  const parameters = checkParameters(signature, policy, now)
  if (!parameters.ok) return parameters
  if (!policy.testKeys && testKeys.has(parameters.value.keyid)) return err({ reason: 'key-of-tests' })
  const authority = checkAuthority(signature, request, authorities)
  if (!authority.ok) return authority
  const url = agentOf(signature, request.headers)
  if (!url.ok) return err({ reason: url.error })
  const location = locateKeys(url.value, policy)
  if (!location.ok) return err({ reason: location.error })
  const base = signatureBase(signature.covered, request)
  if (!base.ok) return err({ reason: 'component', fault: base.error })
  return ok({ parameters: parameters.value, location: location.value, base: base.value })
}

/** claim ▸ directory ▸ key ▸ signature. */
async function tryOne(
  signature: LabelledSignature,
  request: RequestMessage,
  deps: VerifyAgentDeps,
  authorities: readonly string[],
  now: EpochSeconds,
): Promise<Result<VerifiedAgent, AgentFault>> {
  const claim = readClaim(signature, request, deps.policy, authorities, now)
  if (!claim.ok) return claim
  const { parameters, location, base } = claim.value
  const { keyid, nonce } = parameters
  const found = await findKey(location, keyid, deps, now)
  if (!found.ok) return found
  const { key, proved } = found.value
  const unfit = checkKey(key, parameters, deps.policy, now)
  if (unfit) return err(unfit)
  if (!(await checkSignature(key, signature.signature, base))) return err({ reason: 'signature-wrong' })
  return ok({ ...identityOf(location, keyid), keyid, proved, nonce, covered: signature.covered.items.map(serializeItem) })
}

function identityOf(location: KeyLocation, keyid: string): Pick<VerifiedAgent, 'agent' | 'directory' | 'known'> {
  if (location.kind === 'inline') {
    return { agent: `urn:ietf:params:oauth:jwk-thumbprint:sha-256:${keyid}`, directory: undefined, known: undefined }
  }
  const { agent, url, host, wellKnown } = location
  // Another port of a known host may be somebody else's.
  return { agent, directory: url, known: wellKnown && agent === `https://${host}` ? findKnownAgent(host) : undefined }
}

/**
 * Verifies a request by Web Bot Auth (draft-ietf-webbotauth-httpsig-protocol-01 and the drafts before it) over RFC 9421. Leaves no trace: where
 * something is done because of the verdict, `claimNonce` first.
 * @param authorities that are the site's own, as `@authority` has them: small letters, the port only where it is not the scheme's own. A request says
 * itself where it is addressed; without this list, a signature for another site would pass with that site's name in `Host`.
 */
export async function verifyAgent(
  request: RequestMessage,
  deps: VerifyAgentDeps,
  authorities: readonly string[],
  now: EpochSeconds,
): Promise<AgentVerdict> {
  // Other protocols use the same headers, in forms of their own.
  if (!request.headers.get('signature-input')?.includes(AGENT_TAG)) return { outcome: 'absent' }
  const signatures = parseSignatures(request.headers)
  if (!signatures.ok) return failed({ reason: 'headers-malformed' })
  let first: AgentFault | undefined
  for (const signature of tagged(signatures.value, AGENT_TAG).slice(0, MAX_TRIES)) {
    const verified = await tryOne(signature, request, deps, authorities, now)
    if (verified.ok) return { outcome: 'verified', ...verified.value }
    first ??= verified.error
  }
  return first ? failed(first) : { outcome: 'absent' }
}

const failed = (fault: AgentFault): AgentVerdict => ({ outcome: 'failed', meaning: meaningOf(fault), fault })
