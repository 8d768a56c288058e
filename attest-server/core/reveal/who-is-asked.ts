import type { Probability, Share } from '../../../shared/units.js'
import type { Round } from '../../../shared/wire/challenge.js'
import type { Action } from '../../../shared/wire/verdict.js'
import { bandOf } from '../policy.js'

/** What is known of a visit when it is decided whether its slices are asked for. */
export interface Candidate {
  /** What its evidence came to by itself, before anything of it was counted. */
  readonly action: Action
  readonly posterior: Probability
  readonly round: Round
  /** Whether its key showed slices when it was asked last, and good ones; never of evidence without a key. */
  readonly hasRevealed: boolean
  /** Whether the project tells its visitors later what was decided. */
  readonly isDelayed: boolean
  /** Drawn for its challenge: at least 0 and less than 1. */
  readonly draw: Share
}

/** Each is a reason to ask. */
const reasons: Readonly<Record<string, (candidate: Candidate) => boolean>> = {
  'nothing was shown yet, or nothing good when it was asked last': ({ hasRevealed }) => !hasRevealed,
  'a screen has asked': ({ round }) => round > 0,
  'answers are delayed, and a question to some would be an answer': ({ isDelayed }) => isDelayed,
  'there is doubt': ({ posterior }) => bandOf(posterior) !== 'human',
}

/**
 * Whether slices of its trace are asked for before there is a verdict. Who is blocked anyway, and told so, is not asked.
 * @param share of those for whom there is no reason
 */
export const isAsked = (candidate: Candidate, share: Share): boolean =>
  (candidate.action !== 'block' || candidate.isDelayed) &&
  (Object.values(reasons).some((holds) => holds(candidate)) || candidate.draw < share)
