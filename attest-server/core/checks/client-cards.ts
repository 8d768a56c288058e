import { clientCard } from '../../../shared/scorecard/client-card.js'
import type { Scorecard } from '../../../shared/scorecard/scorecard.js'

/**
 * Every client card that a collector still in use may have scored with, newest first. Whole cards, not just their names: a version
 * whose sum cannot be done again would be the one that forgers name. When a release changes the client card, the released one is kept
 * here for as long as pages may hold the older collector (it is cached for a short time, and copies of it live in npm bundles).
 */
export const shippedClientCards: readonly Scorecard[] = [clientCard]
