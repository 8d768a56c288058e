import { err, ok, type Result } from '../../../shared/result.js'
import type { EpochSeconds } from '../../../shared/units.js'
import type { VerdictClaims } from '../../../shared/wire/verdict.js'
import type { Projects, ReplayGuard } from '../../stores/ports.js'
import type { VerdictOpener } from '../ports.js'

/**
 * Why a verdict is not what a form may be accepted for. `foreign`: another project's. `weak`: nothing signed it, as of a page whose scripts were kept
 * away, and the project does not take that. `revoked`: the owner took it back. `used`: this is not the first to ask.
 */
export type RedeemFault = 'unknown' | 'foreign' | 'expired' | 'weak' | 'revoked' | 'used'

export interface RedeemDeps {
  readonly openVerdict: VerdictOpener
  readonly projects: Pick<Projects, 'bySiteKey'>
  readonly replays: ReplayGuard
  readonly isRevoked: (verdict: VerdictClaims) => Promise<boolean>
}

export interface Redemption {
  readonly token: string
  /** Of the secret that was shown. */
  readonly projectId: string
  /** Names the caller's one attempt: whoever was first may ask again with the same name, also at once, and is answered the same. */
  readonly retryKey?: string | undefined
}

/**
 * Takes a verdict that a form was sent with: genuine, of this project, not expired, asked for the first time. Whatever its action: that is
 * for the caller. One that is refused for another reason is not used up.
 */
export async function redeemVerdict(
  { token, projectId, retryKey }: Redemption,
  deps: RedeemDeps,
  now: EpochSeconds,
): Promise<Result<VerdictClaims, RedeemFault>> {
  const claims = await deps.openVerdict(token)
  if (!claims) return err('unknown')
  const project = await deps.projects.bySiteKey(claims.aud)
  if (project?.id !== projectId) return err('foreign')
  if (now >= claims.exp) return err('expired')
  // What `verifyVerdict` asks for too, unless it is told to take less.
  if (claims.assurance !== 'signed' && !project.noscript) return err('weak')
  if (await deps.isRevoked(claims)) return err('revoked')
  return (await deps.replays.claimOnce(`siteverify:${claims.jti}`, claims.iat, claims.exp, retryKey)) ? ok(claims) : err('used')
}
