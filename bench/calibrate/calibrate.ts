import { writeFileSync } from 'node:fs'
import { clientCard } from '../../shared/scorecard/client-card.js'
import type { FittedFamily } from '../../shared/scorecard/fitted-rows.js'
import { recordingsFolder } from '../lib/recordings.js'
import { startProgress } from '../lib/start-progress.js'
import type { Example } from './example.js'
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
}

async function load({ data, fleet, seed }: CalibrateOptions): Promise<Example[]> {
  const folder = recordingsFolder(data)
  if (!folder) throw new Error('no recordings: name the folder with --data or VOUCHSAFE_DATA')
  const progress = startProgress('reading visits')
  const examples = await loadExamples(folder, seed, (share) => progress.at(share))
  progress.end()
  return [...examples, ...(fleet ? loadFleet(fleet) : [])]
}

function fitMovement(examples: readonly Example[], seed: number, source: string): FittedFamily {
  const progress = startProgress('fitting movement')
  let rounds = 0
  const fitted = fitCard(examples, movementPlan, clientCard.prior, seed, () => progress.at(++rounds / roundsOf(movementPlan)))
  progress.end()
  console.log(`${fitted.tables.length} tables, scaled by ${fitted.scales.map((scale) => scale.toFixed(2)).join(', ')}`)
  return { source, ...shorten(fitted, movementPlan.amount) }
}

/** Fits the tables of the behaviour rows, and writes them. The same data and seed write the same file. */
export async function calibrate(options: CalibrateOptions): Promise<void> {
  const examples = await load(options)
  const source = `fitted to recordings and generated bots${options.fleet ? ' and the fleet' : ''}, seed ${options.seed}`
  writeFileSync(options.out, writeTable({ movement: fitMovement(examples, options.seed, source) }))
}
