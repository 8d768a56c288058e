import { err, ok, type Result } from '../../../shared/result.js'
import type { Commitment } from '../../../shared/trace/commitment.js'
import { openCommitment } from '../../../shared/trace/open-commitment.js'
import type { Devices } from '../../stores/ports.js'
import type { Rejection } from '../rejection.js'
import type { ShownTrace, VerifiedEvidence } from '../verify-evidence.js'
import { comparisons } from './comparisons/index.js'

/** Whether slices are those that were committed to, and could be of anybody. Pure. @param nonce of the challenge */
export function compare(commitment: Commitment, { asked, ...shown }: ShownTrace, nonce: string): Result<undefined, Rejection> {
  const opened = openCommitment(commitment, asked, shown, nonce)
  if (!opened.ok) return err({ reason: 'slices-unproved', fault: opened.error })
  const broken = comparisons.find((one) => !one.holds({ ...opened.value, leaves: commitment.leaves }))
  return broken ? err({ reason: 'slices-impossible', comparison: broken.name }) : ok(undefined)
}

/**
 * Judges the slices that evidence shows. Nothing of them is weighed, and nothing is kept, unless the project wants to see them (`kept-slices.ts`). A key that shows what is wrong is asked
 * again, each time, until it shows what is right.
 * @returns ok also where nothing was asked for
 */
export async function judgeReveal(
  { shown, commitment, challenge, thumbprint }: VerifiedEvidence,
  { devices }: { readonly devices: Pick<Devices, 'askAgain'> },
): Promise<Result<undefined, Rejection>> {
  if (!shown || !commitment) return ok(undefined)
  const compared = compare(commitment, shown, challenge.jti)
  if (!compared.ok && thumbprint !== undefined) await devices.askAgain(thumbprint)
  return compared
}
