import type { Checked } from '../check-figures.js'
import type { Judged } from '../judge.js'
import type { Row } from '../rows.js'
import { botsOf } from '../select-visits.js'
import { botsTable } from './bots-table.js'
import { figuresTable } from './figures-table.js'
import { lengthsTable } from './lengths-table.js'
import { reasonsTable } from './reasons-table.js'
import { rowsTable } from './rows-table.js'
import { sourcesTable } from './sources-table.js'

/** All that the report is written from. */
export interface Findings {
  /** Version of the card. */
  readonly card: string
  readonly recorded: readonly Judged[]
  readonly synthetic: readonly Judged[]
  /** Recordings that the card was fitted on. */
  readonly leftOut: number
  readonly rows: readonly Row[]
  readonly figures: readonly Checked[]
}

/** The report in Markdown. It names no person and holds no recording. */
export const writeReport = ({
  card,
  recorded,
  synthetic,
  leftOut,
  rows,
  figures,
}: Findings): string => `# Behaviour alone: what it catches, and whom it stops

Written by \`npm run evaluate\`; [README.md](README.md) says what is measured and on what. Card \`${card}\`, its behaviour engine alone, on
${recorded.length} recordings that no fit has seen (${leftOut} that were fitted are left out) and ${synthetic.length} synthetic bots.

## Figures

${figuresTable(figures)}

## Mouse visits by length

Visits that last at least so long, judged whole. AUC: bounds by resampling persons; shares: exact bounds at 95 %.

${rowsTable(rows, recorded)}

![ROC curves](roc.svg)

![Reliability diagram](reliability.svg)

![Challenged after so many seconds](length.svg)

## People

${sourcesTable(recorded)}

![People challenged, by source](people.svg)

${lengthsTable(recorded)}

## Recorded bots

${botsTable(botsOf(recorded), recorded)}

## Synthetic bots

${botsTable(synthetic, recorded)}

## Why

Mean weights (nats) of the rows that spoke most for the wrong side: of people who were challenged, and of bots that were not.

${reasonsTable(recorded, synthetic)}
`
