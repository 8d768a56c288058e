import { SignJWT } from 'jose'
import { VERDICT_TYPE } from '../../shared/wire/verdict.js'
import type { VerdictSigner } from '../core/ports.js'
import type { KeyRing } from './key-ring.js'

export function createVerdictSigner(ring: KeyRing): VerdictSigner {
  return {
    async sign(claims) {
      const { kid, alg, sign } = await ring.current()
      return new SignJWT({ ...claims }).setProtectedHeader({ alg, typ: VERDICT_TYPE, kid }).sign(sign)
    },
  }
}
