import type { EpochSeconds } from '../../shared/units.js'
import type { EvidenceFacts } from '../facts/fact.js'
import type { DeviceHistory } from '../stores/ports.js'
import { isSecureOrigin } from './checks/origin.js'
import { answerOf, effortOf } from './effort.js'
import { silenceOf } from './silence.js'
import type { VerifiedEvidence } from './verify-evidence.js'

/** What the server remembers, and what the evidence at hand is counted in. */
type Memories = 'session' | 'repeats' | 'crowd' | 'device' | 'keyTraffic' | 'networkTraffic'

/** The share of its challenge's work that was done, times its round. */
export const effortIn = ({ challenge, credit }: VerifiedEvidence): number => credit * effortOf(challenge.round)

/** Work that answers a screen, see `answerOf`. */
export const answerIn = (evidence: VerifiedEvidence): number =>
  answerOf(evidence.challenge.round, effortIn(evidence) * (evidence.challenge.price ?? 1))

/** What the evidence shows by itself, whoever it is of. */
export function standingOf(evidence: VerifiedEvidence, now: EpochSeconds): Omit<EvidenceFacts, Memories> {
  const { challenge, claims, thumbprint, credit } = evidence
  const { count, difficulty } = challenge.pow
  return {
    signed: thumbprint !== undefined,
    secureOrigin: isSecureOrigin(claims.origin),
    effort: effortIn(evidence),
    work: credit * count * difficulty,
    challengeAge: Math.max(0, now - challenge.iat),
    round: challenge.round,
    silence: silenceOf(evidence.observations),
  }
}

/**
 * The evidence as it stands before any of it is counted: the first of its session, and seen nowhere else.
 * @param device what is known of its key
 */
export const unmet = (evidence: VerifiedEvidence, device: DeviceHistory | undefined, now: EpochSeconds): EvidenceFacts => ({
  ...standingOf(evidence, now),
  session: { recent: 1, answered: answerIn(evidence) },
  repeats: undefined,
  crowd: undefined,
  device: evidence.thumbprint === undefined ? undefined : (device ?? { firstSeen: now }),
  keyTraffic: undefined,
  networkTraffic: { prefix: undefined, system: undefined },
})
