import { decodeProtectedHeader } from 'jose'
import { VERDICT_TYPE, type VerdictClaims } from '../../shared/wire/verdict.js'
import type { VerdictOpener } from '../core/ports.js'
import { StoreUnavailable } from '../stores/ports.js'
import { openJws } from './compact-jws.js'
import type { KeyRing } from './key-ring.js'

/** An honest verdict takes about 700 characters; nothing longer than this is parsed. */
const MAX_TOKEN_CHARS = 4096
const decoder = new TextDecoder()

/** The key that a verdict names, if its header is exactly one of ours (RFC 8725 §3.1, §3.11): no other `typ`, no key of its own. */
function headerOf(token: string): { readonly kid: string; readonly alg: string } | undefined {
  const { alg, typ, kid, ...others } = decodeProtectedHeader(token)
  const isOurs = typ === VERDICT_TYPE && alg !== undefined && kid !== undefined && Object.keys(others).length === 0
  return isOurs ? { alg, kid } : undefined
}

/** Reads back the verdicts that this server signed, while their keys have not retired. What it signed it need not check again. */
export function createVerdictOpener(ring: KeyRing): VerdictOpener {
  return async (token) => {
    if (token.length > MAX_TOKEN_CHARS) return undefined
    try {
      const header = headerOf(token)
      const key = header && (await ring.byId(header.kid))
      if (!key || key.alg !== header.alg) return undefined
      const payload = openJws(token, key.alg, key.verify)
      return payload && (JSON.parse(decoder.decode(payload)) as VerdictClaims)
    } catch (error) {
      if (error instanceof StoreUnavailable) throw error
      return undefined
    }
  }
}
