import type { Attacker } from './harness/attacker.js'
import { cardClimber } from './kinds/card-climber.js'
import { challengeHoarder } from './kinds/challenge-hoarder.js'
import { clockLiar } from './kinds/clock-liar.js'
import { evidenceReplay } from './kinds/evidence-replay.js'
import { hastyVisitor } from './kinds/hasty-visitor.js'
import { idealForger } from './kinds/ideal-forger.js'
import { keyUpPadder } from './kinds/key-up-padder.js'
import { libraryReplay } from './kinds/library-replay.js'
import { lookAlikeRelay } from './kinds/look-alike-relay.js'
import { outsourcedWork } from './kinds/outsourced-work.js'
import { patientProber } from './kinds/patient-prober.js'
import { proofReplay } from './kinds/proof-replay.js'
import { quickProber } from './kinds/quick-prober.js'
import { resignedReplay } from './kinds/resigned-replay.js'
import { revealForger } from './kinds/reveal-forger.js'
import { rewritingRelay } from './kinds/rewriting-relay.js'
import { scorerProber } from './kinds/scorer-prober.js'
import { sharedKey } from './kinds/shared-key.js'
import { slowDripper } from './kinds/slow-dripper.js'
import { soldWork } from './kinds/sold-work.js'
import { stillForger } from './kinds/still-forger.js'
import { tamperedCollector } from './kinds/tampered-collector.js'
import { tokenFarm } from './kinds/token-farm.js'
import { tokenMule } from './kinds/token-mule.js'
import { tokenReplay } from './kinds/token-replay.js'
import { traceForger } from './kinds/trace-forger.js'
import { workShirker } from './kinds/work-shirker.js'

/** Every attacker. Those with `residual` are what is not defended today. */
export const attackers: readonly Attacker[] = [
  idealForger,
  stillForger,
  workShirker,
  cardClimber,
  keyUpPadder,
  revealForger,
  traceForger,
  hastyVisitor,
  evidenceReplay,
  resignedReplay,
  proofReplay,
  libraryReplay,
  tokenReplay,
  tokenFarm,
  tokenMule,
  soldWork,
  outsourcedWork,
  sharedKey,
  tamperedCollector,
  lookAlikeRelay,
  rewritingRelay,
  clockLiar,
  slowDripper,
  challengeHoarder,
  scorerProber,
  quickProber,
  patientProber,
]
