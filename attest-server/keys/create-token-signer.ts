import { signJws } from './compact-jws.js'
import type { KeyRing } from './key-ring.js'

/** Signs with the key that signs verdicts; the type keeps the two apart. */
export const createTokenSigner =
  (ring: KeyRing) =>
  async (type: string, claims: object): Promise<string> => {
    const { kid, alg, sign } = await ring.current()
    return signJws({ alg, typ: type, kid }, claims, sign)
  }
