import { SignJWT } from 'jose'
import type { KeyRing } from './key-ring.js'

/** Signs with the key that signs verdicts; the type keeps the two apart. */
export const createTokenSigner =
  (ring: KeyRing) =>
  async (type: string, claims: object): Promise<string> => {
    const { kid, alg, sign } = await ring.current()
    return new SignJWT({ ...claims }).setProtectedHeader({ alg, typ: type, kid }).sign(sign)
  }
