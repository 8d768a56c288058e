/**
 * `vouchsafe/wire`: the shapes that travel between collector, attest-server and backend, and the names in them. For those who write
 * a collector or a verifier of their own; the vectors beside this file say the same in JSON.
 */

export * from '../pow.js'
export * from './categories.js'
export * from './challenge.js'
export * from './evidence.js'
export * from './names.js'
export * from './observation-codes.js'
export * from './problem.js'
export * from './reveal.js'
export * from './tells.js'
export * from './verdict.js'
