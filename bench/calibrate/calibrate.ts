import { writeFileSync } from 'node:fs'
import { clientCard } from '../../shared/scorecard/client-card.js'
import type { FittedFamily } from '../../shared/scorecard/fitted-rows.js'
import { listFitted } from '../lib/read-fitted.js'
import { recordingsFolder } from '../lib/recordings.js'
import { startProgress } from '../lib/start-progress.js'
import type { Example, Examples } from './example.js'
import { fitCard, roundsOf } from './fit-card.js'
import { loadExamples } from './load-examples.js'
import { loadFleet } from './load-fleet.js'
import { movementPlan } from './movement-plan.js'
import { shorten, writeTable } from './write-table.js'

export interface CalibrateOptions {
  /** Recordings: see `recordingsFolder`. */
  readonly data?: string | undefined
  /** What `npm run matrix -- --record DIR` wrote. */
  readonly fleet?: string | undefined
  readonly seed: number
  /** Where the table goes. */
  readonly out: string
  /** Where the list of whom it was fitted on goes. */
  readonly users: string
}

async function load({ data, fleet, seed }: CalibrateOptions): Promise<Examples> {
  const folder = recordingsFolder(data)
  if (!folder) throw new Error('no recordings: name the folder with --data or VOUCHSAFE_DATA')
  // First: it is quick, and a record that cannot be read is told at once.
  const live = fleet ? loadFleet(fleet) : { examples: [], seen: [] }
  const progress = startProgress('reading visits')
  const recorded = await loadExamples(folder, seed, (share) => progress.at(share))
  progress.end()
  return { examples: [...recorded.examples, ...live.examples], seen: [...recorded.seen, ...live.seen] }
}

function fitMovement(examples: readonly Example[], seed: number, source: string): FittedFamily {
  const progress = startProgress('fitting movement')
  let rounds = 0
  const fitted = fitCard(examples, movementPlan, clientCard.prior, seed, () => progress.at(++rounds / roundsOf(movementPlan)))
  progress.end()
  console.log(`${fitted.tables.length} tables, scaled by ${fitted.scales.map((scale) => scale.toFixed(2)).join(', ')}`)
  return { source, ...shorten(fitted, movementPlan.amount) }
}

/**
 * Fits the tables of the behaviour rows, and writes them together with the list of whom they were fitted on, so that the one never says
 * something else than the other. The same data and seed write the same files.
 */
export async function calibrate(options: CalibrateOptions): Promise<void> {
  const { examples, seen } = await load(options)
  const source = `fitted to recordings and generated bots${options.fleet ? ' and the fleet' : ''}, seed ${options.seed}`
  const movement = fitMovement(examples, options.seed, source)
  writeFileSync(options.out, writeTable({ movement }))
  writeFileSync(options.users, listFitted(seen))
}
