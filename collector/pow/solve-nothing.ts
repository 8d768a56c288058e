import { encodeProof } from '../../shared/pow.js'
import type { Solve } from './solver.js'

/** Does nothing, which earns no credit and is no fault. */
export const solveNothing: Solve = async (_text, { count }) => encodeProof(new Array(count).fill(-1))
