import { base64url } from 'jose'
import type { EpochSeconds, Seconds } from '../../shared/units.js'

/** A nonce is good in the slot of time that it was made in, and in the next. */
const SLOT: Seconds = 60

/** Nonces that nobody has to remember: a MAC of the time, by a secret. */
export interface Nonces {
  current(now: EpochSeconds): Promise<string>
  isGood(nonce: string, now: EpochSeconds): Promise<boolean>
}

export function createNonces(secret: string): Nonces {
  const text = (value: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(value)
  let key: ReturnType<typeof importKey> | undefined
  const importKey = () => crypto.subtle.importKey('raw', text(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify'])
  // The name keeps a secret that is used for something else, too, from making nonces there.
  const nameOf = (slot: number) => text(`vouchsafe dpop nonce ${slot}`)

  return {
    async current(now) {
      key ??= importKey()
      return base64url.encode(new Uint8Array(await crypto.subtle.sign('HMAC', await key, nameOf(Math.floor(now / SLOT)))))
    },
    async isGood(nonce, now) {
      key ??= importKey()
      if (!/^[\w-]{43}$/.test(nonce)) return false
      const mac = Uint8Array.from(base64url.decode(nonce))
      const slot = Math.floor(now / SLOT)
      // By WebCrypto, which compares in constant time.
      for (const made of [slot, slot - 1]) if (await crypto.subtle.verify('HMAC', await key, mac, nameOf(made))) return true
      return false
    },
  }
}
