import { VERDICT_TYPE } from '../../shared/wire/verdict.js'
import type { VerdictSigner } from '../core/ports.js'
import { signJws } from './compact-jws.js'
import type { KeyRing } from './key-ring.js'

export function createVerdictSigner(ring: KeyRing): VerdictSigner {
  return {
    async sign(claims) {
      const { kid, alg, sign } = await ring.current()
      return signJws({ alg, typ: VERDICT_TYPE, kid }, claims, sign)
    },
  }
}
