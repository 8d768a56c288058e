import type { Observation, ObservationId, Observations } from '../../../shared/observation.js'
import { score } from '../../../shared/scorecard/score.js'
import type { Scorecard } from '../../../shared/scorecard/scorecard.js'
import type { Commitment } from '../../../shared/trace/commitment.js'
import { samplesIn } from '../../../shared/trace/trace-sums.js'
import type { EpochSeconds, Share } from '../../../shared/units.js'
import type { RevealResponse } from '../../../shared/wire/reveal.js'
import type { HttpFacts } from '../../facts/fact.js'
import type { DeviceHistory, Devices, Settings } from '../../stores/ports.js'
import { foldedIn } from '../checks/trace/room.js'
import { draw } from '../draw.js'
import { testActionOf } from '../find-project.js'
import { decide } from '../policy.js'
import type { ObserveFacts } from '../ports.js'
import { unmet } from '../standing.js'
import type { VerifiedEvidence } from '../verify-evidence.js'
import { chooseSlices } from './choose-slices.js'
import { type RevealTokenDeps, sealReveal } from './reveal-token.js'
import { isAsked } from './who-is-asked.js'

export interface RevealDeps extends RevealTokenDeps {
  readonly devices: Pick<Devices, 'recall' | 'askAgain'>
  readonly settings: Pick<Settings, 'of'>
  readonly digest: (text: string) => string
  readonly observeFacts: ObserveFacts
  /** The server card. */
  readonly card: Scorecard
  /** Of those who need not show slices of their trace, so many are asked to all the same; undefined: nobody is asked. */
  readonly revealShare: Share | undefined
}

/** Fewer events say nothing of a hand. */
const LEAST_SAMPLES = 16

const isWorthAsking = (commitment: Commitment | undefined): commitment is Commitment =>
  commitment !== undefined && samplesIn(commitment.sums) >= LEAST_SAMPLES

/** What the evidence comes to before anything of it is counted: what it is remembered for is for the verdict to weigh. */
async function judgeUnmet(
  evidence: VerifiedEvidence,
  http: HttpFacts,
  device: DeviceHistory | undefined,
  { observeFacts, card }: RevealDeps,
  now: EpochSeconds,
) {
  const facts = await observeFacts({ http, evidence: unmet(evidence, device, now) })
  const observations: Observations = new Map<ObservationId, Observation>([...evidence.observations, ...facts])
  const report = score(observations, card)
  return { posterior: report.posterior, action: decide(report, card) }
}

/**
 * Whether slices of the trace that the evidence has committed to are to be shown before there is a verdict, and which. Counts nothing:
 * whoever does not answer has redeemed a challenge for nothing.
 * @returns undefined where there is nothing to show, or nothing is asked for
 */
export async function askReveal(
  evidence: VerifiedEvidence,
  http: HttpFacts,
  deps: RevealDeps,
  now: EpochSeconds,
): Promise<RevealResponse | undefined> {
  const { project, challenge, commitment, thumbprint, text } = evidence
  const { revealShare: share, devices, settings, digest } = deps
  if (share === undefined || testActionOf(project.siteKey) !== undefined || !isWorthAsking(commitment)) return undefined
  const device = thumbprint === undefined ? undefined : await devices.recall(thumbprint, now)
  const judged = await judgeUnmet(evidence, http, device, deps, now)
  const [drawn, which, other] = draw(digest(`reveal ${challenge.jti}`))
  const hasRevealed = device?.hasRevealed ?? false
  const { delayEnforcement: isDelayed } = await settings.of(project.id)
  if (!isAsked({ ...judged, round: challenge.round, hasRevealed, isDelayed, draw: drawn }, share)) return undefined
  // Whoever does not answer is asked again, until they do.
  if (hasRevealed && thumbprint !== undefined) await devices.askAgain(thumbprint)
  const slices = chooseSlices(foldedIn(commitment.leaves), commitment.counts, [which, other])
  return { reveal: await sealReveal(challenge.jti, text, slices, deps, now), slices }
}
