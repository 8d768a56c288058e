import { packDigests, REVOCATIONS_TYPE, revocationDigest } from '../../shared/wire/revocations.js'
import { claims, ISSUER, type Issuer, NOW, SITE_KEY } from './make-issuer.js'

/** The verdict of `claims`. */
export const MINE = revocationDigest('jti', SITE_KEY, claims.jti)

export interface ListWishes {
  readonly digests?: readonly string[]
  readonly by?: Issuer
  readonly change?: object
  readonly header?: object
}

/** A list of what is revoked, as an issuer signs it. */
export const makeList = (issuer: Issuer, { digests = [MINE], by = issuer, change = {}, header = {} }: ListWishes = {}): Promise<string> =>
  by.sign({ iss: ISSUER, iat: NOW, exp: NOW + 600, revoked: packDigests(digests), ...change }, { typ: REVOCATIONS_TYPE, ...header })
