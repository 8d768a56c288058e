import { decodeProtectedHeader } from 'jose'
import { err, ok } from '../../shared/result.js'
import type { TokenSealer } from '../core/ports.js'
import { StoreUnavailable } from '../stores/ports.js'
import { openJws, signJws } from './compact-jws.js'
import type { KeyRing } from './key-ring.js'

const decoder = new TextDecoder()

/** The key that a token names, if its header is exactly one of ours. */
function kidOf(token: string, type: string): string | undefined {
  const header = decodeProtectedHeader(token)
  const isOurs = Object.keys(header).length === 3 && header.alg === 'HS256' && header.typ === type
  return isOurs ? header.kid : undefined
}

/** Seals with the MAC key that belongs to the current signing key, and opens what any key that has not retired sealed. */
export function createSealer(ring: KeyRing): TokenSealer {
  return {
    async seal(type, claims) {
      const { kid, mac } = await ring.current()
      return signJws({ alg: 'HS256', typ: type, kid }, claims, mac)
    },
    async open(type, token) {
      try {
        const kid = kidOf(token, type)
        const key = kid === undefined ? undefined : await ring.byId(kid)
        const payload = key && openJws(token, 'HS256', key.mac)
        return payload ? ok(JSON.parse(decoder.decode(payload)) as unknown) : err('forged')
      } catch (error) {
        if (error instanceof StoreUnavailable) throw error
        return err('forged')
      }
    },
  }
}
