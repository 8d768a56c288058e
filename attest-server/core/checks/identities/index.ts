import { bounds } from './bounds.js'
import { presence } from './presence.js'
import { shares } from './shares.js'
import type { Identity } from './summary.js'
import { values } from './values.js'

/** All that every honest summary obeys, by what is cheap to ask and often broken. */
export const identities: readonly Identity[] = [...presence, ...values, ...shares, ...bounds]
