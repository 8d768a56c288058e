import { features } from '../../../shared/features/index.js'
import { tallyKeys } from '../../../shared/features/reading/tally.js'
import { clientCard } from '../../../shared/scorecard/client-card.js'
import type { Scorecard } from '../../../shared/scorecard/scorecard.js'
import { NO_CARD, STILL_CARD } from '../../../shared/wire/evidence.js'
import { type TellId, tellIds, tellShapes } from '../../../shared/wire/tells.js'

/** A client card, with what the collectors that have it send. */
export interface ShippedCard {
  readonly card: Scorecard
  /** In the order in which they send them: it belongs to the card, so that another may have another. */
  readonly tells: readonly TellId[]
  /** How many of today's list, from its beginning. */
  readonly features: number
  readonly tally: number
}

const unweighed = { prior: 0, takesBack: Infinity, causes: {}, families: {}, rows: [], hardRules: [] }

/** Of a collector whose other half did not come: it says nothing, and makes nothing of it. What its verdict stands on says so. */
const noCard: ShippedCard = { card: { version: NO_CARD, ...unweighed }, ...{ tells: [], features: 0, tally: 0 } }

/** Of a collector that needed its other half not yet: of a visitor who has done nothing, the tells at load say all that can be said. */
const stillCard: ShippedCard = {
  card: { version: STILL_CARD, ...unweighed },
  ...{ tells: tellIds.filter((id) => tellShapes[id].still), features: 0, tally: 1 },
}

/** Of the lists as they are: that none grows under an old version is held by the digest, of which the lengths are a part. */
const today: ShippedCard = { card: clientCard, tells: tellIds, features: features.length, tally: tallyKeys.length }

/**
 * Every client card that a collector still in use may have scored with, newest first. Whole cards, not just their names: a version
 * whose sum cannot be done again would be the one that forgers name. When a release changes the client card or makes one of the lists
 * longer, it changes the version, and the released card is kept here, with its tells by name and its lengths as numbers, for as long as pages may hold the older
 * collector (it is cached for a short time, and copies of it live in npm bundles).
 */
export const shippedClientCards: readonly ShippedCard[] = [today, stillCard, noCard]
