import type { EpochSeconds, Seconds } from '../../shared/units.js'
import { digestsOfVerdict, packDigests, REVOCATIONS_TYPE, type RevocationClaims } from '../../shared/wire/revocations.js'
import type { VerdictClaims } from '../../shared/wire/verdict.js'
import type { Revocations } from '../stores/ports.js'
import { signJws } from './compact-jws.js'
import type { KeyRing } from './key-ring.js'

/** For so long a list says what is revoked, where no newer one can be had. */
const LIFE: Seconds = 600
/** Signed anew after this, though nothing has changed: a list is as old as it says. */
const RENEWAL: Seconds = 30

/** What is revoked, for whoever verifies. */
export interface RevocationList {
  /** The whole list, as a compact JWS: the same text until something changes, or half a minute has passed. */
  signed(): Promise<string>
  /** Whether a verdict of this server is on it. */
  has(verdict: VerdictClaims): Promise<boolean>
}

interface Signed {
  readonly token: string
  readonly kid: string
  readonly revoked: string
  readonly at: EpochSeconds
}

/** To the millisecond: of two lists of one second, the newer one must be told. */
const precise = (at: EpochSeconds): EpochSeconds => Math.round(at * 1000) / 1000

export function createRevocationList(
  store: Pick<Revocations, 'list'>,
  ring: KeyRing,
  issuer: string,
  clock: () => EpochSeconds,
): RevocationList {
  let last: Signed | undefined

  return {
    async signed() {
      const at = precise(clock())
      const { kid, alg, sign } = await ring.current()
      const revoked = packDigests(await store.list(at))
      // A key that is replaced at once is no longer published: what it has signed nobody can read.
      if (last?.kid === kid && last.revoked === revoked && Math.abs(at - last.at) < RENEWAL) return last.token
      const claims: RevocationClaims = { iss: issuer, iat: at, exp: precise(at + LIFE), revoked }
      const token = signJws({ alg, typ: REVOCATIONS_TYPE, kid }, claims, sign)
      last = { token, kid, revoked, at }
      return token
    },
    async has(verdict) {
      const listed = await store.list(clock())
      return listed.length > 0 && digestsOfVerdict(verdict).some((digest) => listed.includes(digest))
    },
  }
}
