import { type Observations, seen } from '../../../shared/observation.js'
import type { Identity } from './verified.js'

/** What is weighed of who sent a request: the lie is evidence; a proof ends the question, and is none. */
export const identityObservations = ({ state }: Identity): Observations =>
  new Map(state === 'impostor' ? [['session.impostor', seen(1)] as const] : [])
