import { encodeBase64url } from '../../../shared/base64url.js'
import type { KeptTexts } from '../../stores/ports.js'
import { makeId, type Random } from '../ids.js'

export type DigestEmail = (address: string) => Promise<string>

const NAME = 'email-digest-key'
/** Where texts become too many the oldest go: this one is never the oldest. */
const NEVER = 1e11

const encoder = new TextEncoder()

/** HMAC-SHA256 under a key that is made once and stays in the store: who has only the digests cannot try addresses out. */
export function createDigestEmail(texts: KeptTexts, random: Random): DigestEmail {
  async function secret(): Promise<string> {
    const known = await texts.get(NAME)
    if (known) return known.text
    await texts.put(NAME, `${makeId(random)}${makeId(random)}`, NEVER)
    return (await texts.get(NAME))?.text ?? ''
  }
  return async (address) => {
    const algorithm = { name: 'HMAC', hash: 'SHA-256' }
    const key = await crypto.subtle.importKey('raw', encoder.encode(await secret()), algorithm, false, ['sign'])
    const digest = await crypto.subtle.sign('HMAC', key, encoder.encode(address.trim().toLowerCase()))
    return encodeBase64url(new Uint8Array(digest))
  }
}
