import { decodeBase64url } from '../../shared/base64url.js'

/**
 * Whether the last part of a compact JWS is the one spelling of its bytes. The other parts are signed as they are spelt; of this one, jose takes padding
 * and stray bits too, and a token that can be respelt is another name for the same thing in whatever counts texts.
 */
export const isSpeltOnce = (token: string): boolean => decodeBase64url(token.slice(token.lastIndexOf('.') + 1)).ok
