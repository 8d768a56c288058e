import { err, ok, type Result } from '../../../../shared/result.js'
import { decodeUtf8, parseJson } from '../../parse-json.js'
import { type AgentKey, parseAgentKey } from '../agent-key.js'

export const MAX_DIRECTORY_BYTES = 65_536
const MAX_KEYS = 50

/** By `keyid`. */
export type AgentKeys = ReadonlyMap<string, AgentKey>

export type DirectoryFormatFault = 'directory-too-large' | 'directory-malformed' | 'directory-too-many-keys'

/**
 * A JWK Set (RFC 7517 §5) as keys to verify with. Entries that are none of ours are left out, as §5 asks; a key that was published with its
 * private half counts as none. A set without keys is one: so an agent takes its keys back.
 */
export async function parseDirectory(body: Uint8Array): Promise<Result<AgentKeys, DirectoryFormatFault>> {
  if (body.length > MAX_DIRECTORY_BYTES) return err('directory-too-large')
  const text = decodeUtf8(body)
  const json = text.ok ? parseJson(text.value) : text
  if (!json.ok || typeof json.value !== 'object' || json.value === null) return err('directory-malformed')
  const entries: unknown = (json.value as { readonly keys?: unknown }).keys
  if (!Array.isArray(entries)) return err('directory-malformed')
  if (entries.length > MAX_KEYS) return err('directory-too-many-keys')
  const keys = new Map<string, AgentKey>()
  for (const entry of entries) {
    const key = await parseAgentKey(entry)
    if (key.ok) keys.set(key.value.keyid, key.value)
  }
  return ok(keys)
}
