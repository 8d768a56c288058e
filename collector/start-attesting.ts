import type { Ms } from '../shared/units.js'
import type { Attestation } from './attest/attestation.js'
import { createAttester } from './attest/attester.js'
import { createProofs } from './attest/proofs.js'
import type { ProofRequest, Seal, VouchsafeBind } from './bind/bind.js'
import { BIND_INTEGRITY } from './build.js'
import { openDeviceKey } from './device-key/open-device-key.js'
import type { Enforced } from './enforce/enforce.js'
import { enforce } from './enforcer.js'
import { createEnvironment } from './environment/create-environment.js'
import { waysTo } from './environment/place.js'
import { createRemoteEnvironment, type RemoteEnvironment } from './environment/remote-environment.js'
import { workerFor } from './environment/worker-choice.js'
import type { Settings } from './options.js'
import { startDeadline } from './page/deadline.js'
import { loadScript } from './page/load-script.js'
import { publish } from './page/publish.js'
import { createSessionMemory } from './page/session.js'
import { whenIdle } from './page/when-idle.js'
import { solveNothing } from './pow/solve-nothing.js'
import type { Senses } from './start-senses.js'

/** The way to a verdict: environment, proofs, attempts, and the screens where they are asked for. */
export interface Attesting {
  /** An attempt and, with enforcement, what came of the screen. Never rejects. */
  decide(action: string, limit: Ms, seal?: Seal): Promise<Enforced>
  /** Makes a proof ahead of time, for a verdict that will soon be needed. */
  prepare(): void
  /** Forgets what was prepared: time has stood still. */
  drop(): void
  latest(): Attestation | undefined
  /** Undefined where it cannot be done. Never rejects. */
  seal(...what: Parameters<VouchsafeBind['seal']>): Promise<Seal | undefined>
  /** See {@link Collector.prove}. */
  prove(request: ProofRequest): Promise<string | undefined>
  end(): void
}

/** A worker or the page's own thread, and without either what can still be done here: a proof without work, for less credit. */
function openEnvironment(settings: Settings): RemoteEnvironment {
  const { endpoint } = settings
  let key: ReturnType<typeof openDeviceKey> | undefined
  const alone = createEnvironment({ endpoint, deviceKey: () => (key ??= openDeviceKey()), solve: solveNothing })
  return createRemoteEnvironment(endpoint, waysTo({ ...settings, worker: workerFor(settings) }), alone)
}

/** Starts nothing by itself: device key, worker and tells come with the first attempt. */
export function startAttesting(settings: Settings, senses: Senses): Attesting {
  const { key, deadline } = settings
  const stop = new AbortController()
  let made: RemoteEnvironment | undefined
  const environment = () => (made ??= openEnvironment(settings))
  const proofs = createProofs({ key, session: createSessionMemory(key), attesting: environment })
  /** What bind.js brings comes when it is first asked for; undefined where it does not, or cannot do it. */
  const binding = <Made>(make: (bind: VouchsafeBind) => Promise<Made>): Promise<Made | undefined> =>
    loadScript<VouchsafeBind>(settings, 'bind.js', 'vouchsafeBind', BIND_INTEGRITY)
      .then(make)
      .catch(() => undefined)
  let seq = 0
  const attester = createAttester(
    {
      origin: location.origin,
      proofs,
      observe: (round) => senses.observe(environment().facts, round ? 'step-up' : 'load'),
      nextSeq: () => seq++,
    },
    stop.signal,
    publish,
  )
  return {
    async decide(action, limit, seal) {
      const { attestation, released } = await attester.attest({ action, round: 0, ...seal }, limit)
      // What is not worth its cost before a verdict may still tell in the next one.
      whenIdle(() => void (stop.signal.aborted || senses.observe(environment().facts, 'idle')))
      const wanted = proofs.latest()?.challenge
      if (!settings.enforce || released || !wanted?.enforce) return { attestation, held: false }
      const contact = settings.contact || wanted.contact
      return enforce({ ...settings, contact }, (request) => attester.attest({ ...request, ...seal }, deadline), attestation, action)
    },
    prepare: () => void proofs.prepare(() => startDeadline(deadline, document, stop.signal)),
    drop: proofs.drop,
    latest: attester.latest,
    seal: (...what) => binding((bind) => bind.seal(...what)),
    prove: (request) => binding((bind) => bind.prove(request, attester.latest(), environment().signDpop, proofs.latest())),
    end() {
      stop.abort()
      made?.stop()
    },
  }
}
