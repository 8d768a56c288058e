import type { Checked } from '../check-figures.js'
import type { Judged } from '../judge.js'
import type { Row } from '../rows.js'
import { botsOf } from '../select-visits.js'
import { tellBots } from './tell-bots.js'
import { tellFigures } from './tell-figures.js'
import { tellLengths, tellSources } from './tell-people.js'
import { tellReasons } from './tell-reasons.js'
import { tellRows } from './tell-rows.js'

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

${tellFigures(figures)}

## Mouse visits by length

Visits that last at least so long, judged whole. AUC: bounds by resampling persons; shares: exact bounds at 95 %.

${tellRows(rows, recorded)}

![ROC curves](roc.svg)

![Reliability diagram](reliability.svg)

![Challenged after so many seconds](length.svg)

## People

${tellSources(recorded)}

![People challenged, by source](people.svg)

${tellLengths(recorded)}

## Recorded bots

${tellBots(botsOf(recorded), recorded)}

## Synthetic bots

${tellBots(synthetic, recorded)}

## Why

Mean weights (nats) of the rows that spoke most for the wrong side: of people who were challenged, and of bots that were not.

${tellReasons(recorded, synthetic)}
`
