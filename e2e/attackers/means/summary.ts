import { type FeatureId, features } from '../../../shared/features/index.js'
import type { InputEvent } from '../../../shared/features/input-event.js'
import { startFeatures } from '../../../shared/features/reading/start-features.js'
import { startTally, type Tally, tallyKeys } from '../../../shared/features/reading/tally.js'
import { type Observation, type ObservationId, seen, unsupported } from '../../../shared/observation.js'
import { clientCard } from '../../../shared/scorecard/client-card.js'
import { score } from '../../../shared/scorecard/score.js'
import { type EvidenceSummary, STILL_CARD } from '../../../shared/wire/evidence.js'
import { encodeFeature, encodeTell } from '../../../shared/wire/observation-codes.js'
import { type TellId, tellIds, tellShapes } from '../../../shared/wire/tells.js'

/** What a visit says, before it commits to anything. */
export type Summary = Omit<EvidenceSummary, 'trace'>

export type Readings = ReadonlyMap<FeatureId, Observation<number>>
/** What a forger wants our own scorer to say: further from a bot than the rest of the server's rows can take it. */
export const SAFE = -3

type Tells = Readonly<Partial<Record<TellId, number>>>

/** What every tell says of a browser that nobody drives, or what the attacker cannot hide. */
const tellOf = (id: TellId, tells: Tells): Observation =>
  tellShapes[id].type === 'number' ? seen(tells[id] ?? 0) : seen(Boolean(tells[id]))

/** What our own scorer makes of it: it is in every browser. */
export function llrOf(readings: Readings, tells: Tells = {}): number {
  const all = new Map<ObservationId, Observation>([...tellIds.map((id) => [id, tellOf(id, tells)] as const), ...readings])
  return score(all, clientCard).llr
}

/** Whole, whatever is counted by now: what is not named did not happen. */
export const tallyOf = (counts: Readonly<Record<string, number>>): Tally =>
  Object.fromEntries(tallyKeys.map((key) => [key, counts[key] ?? 0])) as unknown as Tally

/** A whole and well-formed summary of whatever it is given, with the right sum. */
export function summarise(readings: Readings, tally: Tally, tells: Tells = {}): Summary {
  return {
    tells: tellIds.map((id) => encodeTell(tellOf(id, tells))).join(''),
    features: features.map(({ id, range }) => encodeFeature(readings.get(id) ?? unsupported, range)).join(''),
    tally: tallyKeys.map((key) => tally[key]),
    card: clientCard.version,
    llr: Math.round(llrOf(readings, tells) * 100) / 100,
  }
}

const stillTells = tellIds.filter((id) => tellShapes[id].still)

/** That of a page on which nothing has happened yet. */
export const stillSummary = (elapsed: number): Summary => ({
  tells: stillTells.map((id) => encodeTell(tellOf(id, {}))).join(''),
  features: '',
  tally: [Math.round(elapsed)],
  card: STILL_CARD,
  llr: 0,
})

/** What the collector would have made of these events, by its own code. */
export function readTrace(events: readonly InputEvent[], elapsed: number): { readonly readings: Readings; readonly tally: Tally } {
  const [all, tally] = [startFeatures(), startTally()]
  for (const event of events) {
    all.push(event)
    tally.push(event)
  }
  return { readings: all.read(), tally: tally.read(elapsed) }
}
