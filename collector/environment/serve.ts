import { ok } from '../../shared/result.js'
import type { Ms } from '../../shared/units.js'
import { DPOP_TYPE, type DpopClaims } from '../../shared/wire/dpop.js'
import { failure } from '../attest/attestation.js'
import { openDeviceKey } from '../device-key/open-device-key.js'
import { signJws } from '../evidence/sign.js'
import type { Solver } from '../pow/solver.js'
import type { Proof } from './attesting-environment.js'
import { createEnvironment } from './create-environment.js'
import { type Command, type Order, type Outcome, type Port, PROTOCOL, type ProveOrder, type RedeemOrder, type Reply } from './messages.js'
import type { WorkerFacts } from './worker-facts.js'

/** Far below the silence that counts as death, and below what the page waits for the facts, which may be with the first beat. */
const BEAT: Ms = 500

/** What was proved and may still be redeemed: more than any page asks for within a challenge's life. */
const KEPT = 64

/**
 * An attesting environment that takes its orders by `port`. The same code serves in a worker and on the page.
 *
 * @param facts of the worker that this is
 * @param solver works here too, in slices, so that orders are heard meanwhile
 */
export function serveEnvironment(port: Port, solver: Solver, facts?: WorkerFacts, deviceKey: typeof openDeviceKey = openDeviceKey): void {
  let opening: ReturnType<typeof openDeviceKey> | undefined
  const key = () => (opening ??= deviceKey())
  const running = new Map<number, AbortController>()
  const proved = new Map<number, Proof>()
  let beat: ReturnType<typeof setInterval> | undefined
  let greeting: Reply = { protocol: PROTOCOL, facts }

  /** A message of its own for the greeting would cost the page's thread a quarter of a millisecond. */
  const say = (reply: Reply): void => {
    port.postMessage({ ...greeting, ...reply })
    greeting = {}
  }

  const prove = async ({ id, endpoint, request, watched }: ProveOrder, signal: AbortSignal): Promise<Outcome> => {
    const environment = createEnvironment({ endpoint, deviceKey: key, solve: solver.solve })
    const result = await environment.prove(request, signal, watched ? (done) => say({ id, done }) : undefined)
    if (!result.ok) return result
    proved.set(id, result.value)
    if (proved.size > KEPT) proved.delete(proved.keys().next().value!)
    const { redeem: _, ...rest } = result.value
    return ok(rest)
  }

  const redeem = async ({ proved: by, claims }: RedeemOrder, signal: AbortSignal): Promise<Outcome> => {
    const proof = proved.get(by)
    proved.delete(by)
    if (!proof) return failure('unavailable', true)
    const outcome = await proof.redeem(claims, signal)
    // There is more to be handed in for it.
    if (outcome.ok && 'reveal' in outcome.value) proved.set(by, proof)
    return outcome
  }

  const signDpop = async (claims: DpopClaims): Promise<Outcome> => {
    const opened = await key()
    return ok(opened && (await signJws(DPOP_TYPE, claims, opened)))
  }

  const take = async (order: Order): Promise<void> => {
    const ending = new AbortController()
    running.set(order.id, ending)
    beat ??= setInterval(() => say({}), BEAT)
    const work = 'dpop' in order ? signDpop(order.dpop) : 'claims' in order ? redeem(order, ending.signal) : prove(order, ending.signal)
    const outcome = await work.catch(() => failure('failed', false))
    running.delete(order.id)
    if (running.size === 0) {
      clearInterval(beat)
      beat = undefined
    }
    say({ id: order.id, outcome })
  }

  port.onmessage = ({ data }: { data: Command }) => {
    if (typeof data === 'boolean') solver.rest(!data)
    else if (typeof data === 'number') running.get(data)?.abort()
    else void take(data)
  }
}
