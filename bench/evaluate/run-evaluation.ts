import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { clientCard } from '../../shared/scorecard/client-card.js'
import { recordingsFolder } from '../lib/recordings.js'
import { startProgress } from '../lib/start-progress.js'
import { SYNTHETIC } from '../paths/make-visits.js'
import { type Checked, checkFigures } from './check-figures.js'
import { figuresOf } from './figures.js'
import { behaviourOnly } from './judge.js'
import { judgeSynthetic, type Loaded, loadVisits } from './load-visits.js'
import { drawPlots } from './plots/draw-plots.js'
import { type Findings, writeReport } from './report/write-report.js'
import { type Row, rowsOf } from './rows.js'

export interface Options {
  /** A folder of recordings; left out, the default one, and the documents are written. */
  readonly data?: string
  /** Where the rows go. */
  readonly json?: string
  /** Holds the figures against the last report, and writes no document. */
  readonly check?: boolean
  /** The folder of the documents. */
  readonly docs: string
  say(line: string): void
}

const card = behaviourOnly(clientCard)

const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
const fromJson = (path: string) => JSON.parse(readFileSync(path, 'utf8'))

/** One row a line: a change of one number is a change of one line. */
const rowsToJson = (rows: readonly Row[]): string => `[\n${rows.map((row) => `  ${JSON.stringify(row)}`).join(',\n')}\n]`

/** @throws an Error where a folder has no recordings */
function folderOf(data: string): string {
  const folder = recordingsFolder(data)
  if (!folder) throw new Error(`${data} holds no recordings: no .ndjson.gz or .ndjson file in it or in behaviour/ in it.`)
  return folder
}

async function withProgress<T>(title: string, work: (onProgress: (share: number) => void) => T | Promise<T>): Promise<T> {
  const progress = startProgress(title)
  try {
    return await work((share) => progress.at(share))
  } finally {
    progress.end()
  }
}

function sayRows({ visits, leftOut }: Loaded, rows: readonly Row[], say: Options['say']): void {
  say(`${visits.length} recordings judged by ${card.version}, behaviour alone; ${leftOut} left out, for the card was fitted on them.`)
  const cell = (value: number | null) => (value === null ? '–' : value.toFixed(4)).padStart(7)
  say('visits of       n     AUC  tpr01    tpr1     fpr     ece')
  for (const { source, minSeconds, n, auc, tpr01, tpr1, fpr, ece } of rows) {
    if (source === 'all')
      say(`≥ ${String(minSeconds).padStart(2)} s  ${String(n).padStart(6)} ${[auc, tpr01, tpr1, fpr, ece].map(cell).join(' ')}`)
  }
}

function sayChecked(checked: readonly Checked[], say: Options['say']): void {
  for (const { says, value, last, bar, short, worse } of checked) {
    const before = last === undefined ? '' : `, last ${last}`
    say(`${worse ? '✗' : '✓'} ${says}: ${value ?? 'missing'}${before}${short ? ` (short of its bar, ${bar})` : ''}`)
  }
}

function writeDocuments(docs: string, findings: Findings): void {
  mkdirSync(docs, { recursive: true })
  const { recorded, synthetic, figures } = findings
  writeFileSync(join(docs, 'behaviour.md'), writeReport(findings))
  for (const [name, picture] of Object.entries(drawPlots(recorded, synthetic, card.prior))) writeFileSync(join(docs, name), picture)
  const held = Object.fromEntries(figures.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])))
  writeFileSync(join(docs, 'behaviour.json'), toJson({ card: card.version, figures: held, rows: findings.rows }))
}

/** @returns whether nothing became worse; always so unless that is asked for */
export async function runEvaluation({ data, json, check = false, docs, say }: Options): Promise<boolean> {
  const own = data === undefined ? recordingsFolder() : folderOf(data)
  if (!own) {
    say(
      `Skipped: no recordings in ${data ?? process.env.VOUCHSAFE_DATA ?? '../shared/data'}. Set VOUCHSAFE_DATA to the folder that holds behaviour/*.ndjson.gz.`,
    )
    return check
  }
  const loaded = await withProgress('Recordings', (onProgress) => loadVisits(own, card, onProgress))
  const rows = rowsOf(loaded.visits, card.prior)
  sayRows(loaded, rows, say)
  if (json) writeFileSync(json, `${rowsToJson(rows)}\n`)
  if (data !== undefined) return true
  const synthetic = await withProgress('Synthetic bots', (onProgress) => judgeSynthetic(card, onProgress))
  const last = check ? fromJson(join(docs, 'behaviour.json')).figures : {}
  const checked = checkFigures(figuresOf(loaded.visits, synthetic, card.prior), fromJson(join(docs, 'bars.json')), last)
  sayChecked(checked, say)
  if (check) return checked.every(({ worse }) => !worse)
  const made = rowsOf([...loaded.visits, ...synthetic], card.prior).filter(({ source }) => source === SYNTHETIC)
  const about = { card: card.version, recorded: loaded.visits, leftOut: loaded.leftOut }
  writeDocuments(docs, { ...about, synthetic, rows: [...rows, ...made], figures: checked })
  return true
}
