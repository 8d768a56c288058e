import { MOST_PUZZLES, powText } from '../../shared/pow.js'
import { ok } from '../../shared/result.js'
import type { Ms } from '../../shared/units.js'
import type { ChallengeResponse } from '../../shared/wire/challenge.js'
import { type AttestRequest, EVIDENCE_TYPE } from '../../shared/wire/evidence.js'
import { failure } from '../attest/attestation.js'
import type { DeviceKey } from '../device-key/device-key.js'
import { signJws } from '../evidence/sign.js'
import { untilAborted } from '../page/until-aborted.js'
import type { Solve } from '../pow/solver.js'
import { post } from '../transport/post.js'
import type { AttestingEnvironment, Proof, Redeemed } from './attesting-environment.js'

/** Foreground work for one proof. What is not solved by then goes unfinished and earns less credit. */
const WORK_BUDGET: Ms = 2000

export interface EnvironmentParts {
  readonly endpoint: string
  /** Never rejects. */
  deviceKey(): Promise<DeviceKey | undefined>
  readonly solve: Solve
}

/** The one that does it all where it is: in a worker, or on the page. */
export function createEnvironment({ endpoint, deviceKey, solve }: EnvironmentParts): AttestingEnvironment {
  const startRedeeming = (challenge: string): Proof['redeem'] => {
    /** As it was handed in first: signed again, it would be other evidence. */
    let request: AttestRequest
    return async (handedIn, signal) => {
      if ('reveal' in handedIn) request = { ...request, ...handedIn }
      else {
        const key = await untilAborted(deviceKey(), signal)
        request = key
          ? { challenge, evidence: await untilAborted(signJws(EVIDENCE_TYPE, handedIn, key), signal) }
          : { challenge, unsigned: handedIn }
      }
      return post<Redeemed>(`${endpoint}/v1/attest`, request, signal)
    }
  }

  return {
    async prove(request, signal, progress) {
      // The key comes into being while the challenge travels.
      const opened = deviceKey()
      const answer = await post<ChallengeResponse>(`${endpoint}/v1/challenge`, request, signal)
      if (!answer.ok) return answer
      const challenge = answer.value
      // What no server of ours asks for could keep the machine busy before any budget is looked at.
      if (!(challenge.pow.count <= MOST_PUZZLES)) return failure('unavailable', false)
      const received = Date.now()
      const key = await untilAborted(opened, signal)
      // Without a device key, the text names none: the server sees from the unsigned evidence that this is so.
      const text = powText(challenge.nonce, key?.thumbprint ?? '')
      const pow = await untilAborted(solve(text, challenge.pow, { budget: WORK_BUDGET, signal, progress }), signal)
      return ok({ challenge, received, pow, redeem: startRedeeming(challenge.challenge) })
    },
  }
}
