import { clientCard } from './client-card.js'
import type { Scorecard } from './scorecard.js'

/** What the server scores: all that the browser can, and the facts that only the server sees. */
export const serverCard: Scorecard = {
  ...clientCard,
  version: 'server-1',
}
