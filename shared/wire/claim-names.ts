import type { EvidenceClaims } from './evidence.js'

/** All but `build`, which says what the others are called. */
export type ClaimName = Exclude<keyof EvidenceClaims, 'build'>

/**
 * What the claims of the evidence are called. A build in a dialect of its own puts other names in the place of `[CLAIM.…]`
 * (`tools/rollup/dialect.mjs`): whoever makes claims takes their names from here, in that way.
 */
export const CLAIM = {
  v: 'v',
  eat_nonce: 'eat_nonce',
  iat: 'iat',
  origin: 'origin',
  action: 'action',
  payload: 'payload',
  seq: 'seq',
  pow: 'pow',
  tells: 'tells',
  features: 'features',
  tally: 'tally',
  card: 'card',
  llr: 'llr',
  trace: 'trace',
} as const satisfies { readonly [Name in ClaimName]: Name }
