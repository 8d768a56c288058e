import { err, ok, type Result } from '../../../shared/result.js'
import type { EpochSeconds, Seconds } from '../../../shared/units.js'
import type { VerdictClaims } from '../../../shared/wire/verdict.js'
import type { Counters, Projects, ReplayGuard } from '../../stores/ports.js'
import type { VerdictOpener } from '../ports.js'

/**
 * Why a verdict is not what a form may be accepted for. `foreign`: another project's. `weak`: nothing signed it, as of a page whose scripts were kept
 * away, and the project does not take that. `used`: this is not the first to ask.
 */
export type RedeemFault = 'unknown' | 'foreign' | 'expired' | 'weak' | 'used'

export interface RedeemDeps {
  readonly openVerdict: VerdictOpener
  readonly projects: Pick<Projects, 'bySiteKey'>
  readonly replays: ReplayGuard
  readonly counters: Counters
}

export interface Redemption {
  readonly token: string
  /** Of the secret that was shown. */
  readonly projectId: string
  /** Names the caller's one attempt: whoever was first may ask again with the same name, and is answered the same. */
  readonly retryKey?: string | undefined
}

const nameOf = (jti: string): string => `siteverify:${jti}`

/** First use, or the same attempt once more. The window begins with 1970 and ends with the verdict: a count lives exactly as long. */
async function claim({ jti, exp }: VerdictClaims, retryKey: string | undefined, deps: RedeemDeps, now: EpochSeconds): Promise<boolean> {
  const attempt = `${nameOf(jti)}:${retryKey}`
  const window: Seconds = exp - 0
  if (await deps.replays.claimOnce(nameOf(jti), exp)) {
    if (retryKey !== undefined) await deps.counters.take(attempt, 1, 1, window, now)
    return true
  }
  return retryKey !== undefined && (await deps.counters.read(attempt, window, now)) > 0
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
  return (await claim(claims, retryKey, deps, now)) ? ok(claims) : err('used')
}
