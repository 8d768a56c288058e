import { features as allFeatures } from '../../../shared/features/index.js'
import { serverCard } from '../../../shared/scorecard/server-card.js'
import { CLAIM } from '../../../shared/wire/claim-names.js'
import { type TellId, type TellShape, tellIds, tellShapes } from '../../../shared/wire/tells.js'

export { tallyKeys } from '../../../shared/features/reading/tally.js'

/** What a build may change, for the tool that makes a dialect. */
export const claimNames = Object.keys(CLAIM)
export const features = allFeatures.map(({ id }) => id)

const shapeOf = (id: TellId): TellShape => tellShapes[id]
export const tells = tellIds.map((id) => ({ id, isStill: shapeOf(id).still }))

const { hardRules, rows, doubts } = serverCard
/** Of what depends on others' values nothing may go: it would be weighed as if it knew. */
const depended = new Set<string>([...hardRules, ...rows.flatMap(({ when = [] }) => when), ...(doubts ? [doubts] : [])].map(({ id }) => id))

/** Soft tells that a browser may lack anyway: no hard rule, nothing that other rows depend on, nothing that a still visitor is told by. */
export const mayGoUnasked = tellIds.filter((id) => !shapeOf(id).always && !shapeOf(id).still && !depended.has(id))
