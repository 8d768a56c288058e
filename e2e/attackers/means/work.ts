import { puzzleOf } from '../../../collector/pow/puzzle.js'
import { search } from '../../../collector/pow/search.js'
import { asciiBytes, encodeProof, powTarget, powText } from '../../../shared/pow.js'
import { K, sha256Words } from '../../../shared/sha256.js'
import type { ChallengeResponse } from '../../../shared/wire/challenge.js'
import type { Meter } from '../harness/meter.js'

type Task = Pick<ChallengeResponse, 'nonce' | 'pow'>

const END = 2 ** 30

/** All of the work, by the collector's own search, as fast as one processor does it. */
export function solve({ nonce, pow }: Task, thumbprint: string, meter: Meter): string {
  return meter.spend(() => {
    const [seed, target] = [sha256Words(asciiBytes(powText(nonce, thumbprint))), powTarget(pow.difficulty)]
    const nonces = Array.from({ length: pow.count }, (_, i) => {
      const { state, words } = puzzleOf(seed, i)
      return search(K, state, words, target, 0, END)
    })
    meter.hashed(nonces.reduce((sum, one) => sum + one + 1, 0))
    return encodeProof(nonces)
  })
}

/** None of the work: every sub-puzzle is said to have run out of time. */
export const shirk = ({ pow }: Task): string => encodeProof(Array.from({ length: pow.count }, () => -1))
