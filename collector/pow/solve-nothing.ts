import { encodeBase64url } from '../../shared/base64url.js'
import type { Solve } from './solver.js'

/** Does nothing, which earns no credit and is no fault: each sub-puzzle is `UNFINISHED`, which is four bytes of ones. */
export const solveNothing: Solve = async (_text, { count }) => encodeBase64url(new Uint8Array(4 * count).fill(255))
