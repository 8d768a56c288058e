import { features } from '../../../shared/features/index.js'
import { tallyKeys } from '../../../shared/features/reading/tally.js'
import { clientCard } from '../../../shared/scorecard/client-card.js'
import type { Scorecard } from '../../../shared/scorecard/scorecard.js'
import { NO_CARD } from '../../../shared/wire/evidence.js'
import { tellIds } from '../../../shared/wire/tells.js'

/** A client card, with how many values the collectors that have it send of each kind. */
export interface ShippedCard {
  readonly card: Scorecard
  readonly tells: number
  readonly features: number
  readonly tally: number
}

/** Of a collector whose other half did not come: it says nothing, and makes nothing of it. What its verdict stands on says so. */
const noCard: ShippedCard = {
  card: { version: NO_CARD, prior: 0, takesBack: Infinity, causes: {}, families: {}, rows: [], hardRules: [] },
  ...{ tells: 0, features: 0, tally: 0 },
}

/** Of the lists as they are: that none grows under an old version is held by the digest, of which the lengths are a part. */
const today: ShippedCard = { card: clientCard, tells: tellIds.length, features: features.length, tally: tallyKeys.length }

/**
 * Every client card that a collector still in use may have scored with, newest first. Whole cards, not just their names: a version
 * whose sum cannot be done again would be the one that forgers name. When a release changes the client card or makes one of the lists
 * longer, it changes the version, and the released card is kept here, with its lengths as numbers, for as long as pages may hold the older
 * collector (it is cached for a short time, and copies of it live in npm bundles).
 */
export const shippedClientCards: readonly ShippedCard[] = [today, noCard]
