import { clientCard } from './client-card.js'
import { factFamilies, factHardRules, factRows } from './fact-rows.js'
import type { Scorecard } from './scorecard.js'

/** The version of the fact rows; change it with any of their numbers. */
const FACTS_VERSION = '2'

/** Everything that the server weighs: what the client sent and what the server saw. Never part of a browser bundle. */
export const serverCard: Scorecard = {
  ...clientCard,
  version: `server-${FACTS_VERSION}+${clientCard.version}`,
  families: { ...clientCard.families, ...factFamilies },
  rows: [...clientCard.rows, ...factRows],
  hardRules: [...clientCard.hardRules, ...factHardRules],
}
