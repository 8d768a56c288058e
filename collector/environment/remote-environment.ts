import { ok, type Result } from '../../shared/result.js'
import type { ChallengeRequest } from '../../shared/wire/challenge.js'
import type { DpopClaims } from '../../shared/wire/dpop.js'
import { type Failure, failure } from '../attest/attestation.js'
import { untilAborted } from '../page/until-aborted.js'
import type { AttestingEnvironment, HandedIn, Progress, Proof, ProvedChallenge, Redeemed } from './attesting-environment.js'
import { createLine, type Line } from './line.js'
import type { Place, Way } from './place.js'
import type { WorkerFacts } from './worker-facts.js'

export interface RemoteEnvironment extends AttestingEnvironment {
  /** What the worker says of itself, with its first word; undefined where there is none. */
  readonly facts: Promise<WorkerFacts | undefined>
  /** Signs a proof that the device key is here (RFC 9449). Never rejects. @returns undefined where there is no key, or no place that has it. */
  signDpop(claims: DpopClaims): Promise<string | undefined>
  stop(): void
}

interface Open extends Place {
  readonly line: Line
  /** There is no other way left. */
  readonly last: boolean
}

/**
 * Has the work done at one place after another: a worker, or the page itself in slices. Opens the first at once, so that it starts while there is
 * other work. A place that dies is left for good; one whose requests reach no server changes places with the other, for a
 * worker may have a policy of its own.
 *
 * @param ways to open a place, in order of preference; used up
 * @param alone does what can be done without any place
 */
export function createRemoteEnvironment(endpoint: string, ways: Way[], alone: AttestingEnvironment): RemoteEnvironment {
  let know: (facts: WorkerFacts | undefined) => void = () => {}
  const facts = new Promise<WorkerFacts | undefined>((resolve) => {
    know = resolve
  })
  let stopped = false

  const withLine = (place: Place): Open => {
    const line = createLine(place, (facts) => know(facts && { ...facts, url: place.url }))
    const close = () => {
      place.close()
      line.end()
    }
    return { ...place, line, close, last: ways.length === 1 }
  }

  /** Keeps the last way, for another time. @returns undefined where all are closed */
  const settle = async (): Promise<Open | undefined> => {
    for (;;) {
      const place = await ways[0]!().catch(() => undefined)
      if (place) return withLine(place)
      if (ways.length === 1) break
      ways.shift()
    }
    know(undefined)
    return undefined
  }

  let place = settle()

  /** Unless another order has moved already. */
  const move = (from: Open, closed: boolean): void => {
    place = place.then((at) => {
      if (at !== from || (ways.length === 1 && !closed)) return at
      at.close()
      const way = ways.length > 1 && ways.shift()
      if (way && !closed) ways.push(way)
      return settle()
    })
  }

  const here = (at: Open, id: number, value: ProvedChallenge): Proof => ({
    ...value,
    async redeem(claims: HandedIn, signal: AbortSignal): Promise<Result<Redeemed, Failure>> {
      const { outcome } = await at.line.ask<Redeemed>({ proved: id, claims }, signal)
      if (!outcome) move(at, true)
      // The work was for the key of the place that died.
      return outcome ?? failure('unavailable', true)
    },
  })

  const prove = async (request: ChallengeRequest, signal: AbortSignal, progress?: Progress): Promise<Result<Proof, Failure>> => {
    while (!stopped) {
      // What was out of reach before may have come into it.
      place = place.then((at) => at ?? settle())
      const at = await untilAborted(place, signal)
      if (!at) break
      const { id, outcome } = await at.line.ask<ProvedChallenge>({ endpoint, request, watched: !!progress }, signal, progress)
      if (outcome?.ok) return ok(here(at, id, outcome.value))
      if (outcome && outcome.error.status !== 'unreachable') return outcome
      move(at, !outcome)
      if (outcome) return outcome
      if (at.last) break
    }
    return alone.prove(request, signal, progress)
  }

  return {
    facts,
    prove,
    async signDpop(claims) {
      // By the key of the place: where the file of none came, the one that makes proofs did not come either.
      const outcome = (await (await place)?.line.ask<string | undefined>({ dpop: claims }, new AbortController().signal))?.outcome
      return outcome?.ok ? outcome.value : undefined
    },
    stop() {
      stopped = true
      void place.then((at) => at?.close())
    },
  }
}
