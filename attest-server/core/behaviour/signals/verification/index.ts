import type { VerificationSignal } from '../signal.js'
import { mind } from './mind.js'
import { pace } from './pace.js'
import { pointer } from './pointer.js'

/** The 20 signals of /api/verify-bot: 17 of the body and 3 of the mind. The weights of each dimension add up to 1. */
export const verificationSignals: readonly VerificationSignal[] = [...pointer, ...pace, ...mind]
