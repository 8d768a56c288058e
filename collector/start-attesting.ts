import type { Ms } from '../shared/units.js'
import type { Attestation } from './attest/attestation.js'
import { createAttester } from './attest/attester.js'
import { createProofs } from './attest/proofs.js'
import type { DeviceKey } from './device-key/device-key.js'
import { openDeviceKey } from './device-key/open-device-key.js'
import { createEnforcer, type Enforced } from './enforcer.js'
import type { Settings } from './options.js'
import { startDeadline } from './page/deadline.js'
import { publish } from './page/publish.js'
import { createSessionMemory } from './page/session.js'
import { whenIdle } from './page/when-idle.js'
import { createSolver, type Solver } from './pow/solver.js'
import type { Senses } from './senses.js'
import { workerFor } from './worker-choice.js'

/** The way to a verdict: key, solver, proofs, attempts, and the screens where they are asked for. */
export interface Attesting {
  /** An attempt and, with enforcement, what came of the screen. Never rejects. */
  decide(action: string, limit: Ms): Promise<Enforced>
  /** Makes a proof ahead of time, for a verdict that will soon be needed. */
  prepare(): void
  /** Forgets what was prepared: time has stood still. */
  drop(): void
  latest(): Attestation | undefined
  end(): void
}

/** Starts nothing by itself: device key, worker and tells come with the first attempt. */
export function startAttesting(settings: Settings, senses: Senses): Attesting {
  const { key, endpoint, deadline } = settings
  const stop = new AbortController()
  let opened: Promise<DeviceKey | undefined> | undefined
  const deviceKey = () => (opened ??= openDeviceKey())
  let made: Solver | undefined
  const solver = () => (made ??= createSolver({ ...settings, worker: workerFor(settings) }))
  const proofs = createProofs({ key, endpoint, session: createSessionMemory(key), deviceKey, solver })
  let seq = 0
  const attester = createAttester(
    {
      endpoint,
      origin: location.origin,
      proofs,
      deviceKey,
      observe: (round) => senses.observe(solver().facts, round ? 'step-up' : 'load'),
      summary: senses.summary,
      nextSeq: () => seq++,
    },
    stop.signal,
    publish,
  )
  const enforce = createEnforcer(
    settings,
    (request) => attester.attest(request, deadline),
    () => proofs.latest()?.contact,
  )
  return {
    async decide(action, limit) {
      const attestation = await attester.attest({ action, round: 0 }, limit)
      // What is not worth its cost before a verdict may still tell in the next one.
      whenIdle(() => void (stop.signal.aborted || senses.observe(solver().facts, 'idle')))
      return settings.enforce && proofs.latest()?.enforce ? enforce(attestation, action) : { attestation, held: false }
    },
    prepare: () => void proofs.prepare(() => startDeadline(deadline, document, stop.signal)),
    drop: proofs.drop,
    latest: attester.latest,
    end() {
      stop.abort()
      made?.stop()
    },
  }
}
