import { byDriver, matrixRows, median, mostFrequent } from './matrix-rows.mjs'
import { isStopped, percent, summaryOf } from './matrix-summary.mjs'

/** @typedef {import('./run-fleet.mjs').Row} Run */

/** Where no browser runs, no clock begins with a navigation. @param {readonly Run[]} own runs of one driver */
function timeOf(own) {
  const times = own.flatMap(({ hook, account }) => (hook === 'no browser' ? [] : (account?.toVerdict ?? [])))
  const middle = median(times)
  return middle === undefined ? '–' : `${(middle / 1000).toFixed(1)} s`
}

/** @param {import('./matrix-rows.mjs').MatrixRow} row */
function actionOf({ runs, allow, challenge, block }) {
  const said = Object.entries({ allow, challenge, block, none: runs - allow - challenge - block }).filter(([, times]) => times > 0)
  return said.map(([action, times]) => (times === runs ? action : `${action} ${times}/${runs}`)).join(', ')
}

/** What a peer's findings were, of all runs. @param {readonly Run[]} own */
const becauseOf = (own) => [...new Set(own.flatMap(({ account }) => account?.because ?? []))].join(', ')

/** @param {readonly (readonly string[])[]} cells the head first @returns {string[]} */
const table = ([head = [], ...rows]) => [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`)

/**
 * One table of the document.
 *
 * @param {readonly Run[]} runs
 * @returns {readonly (readonly string[])[]} cells, the head first
 */
export function matrixTable(runs) {
  const rows = new Map(matrixRows(runs).map((row) => [row.driver, row]))
  const head = [
    'driver',
    'runs',
    'action',
    'strongest evidence',
    'looks like',
    'first verdict',
    'BotD',
    'fpscanner',
    'the peers’ reasons',
    '',
  ]
  const body = [...byDriver(runs)].map(([driver, own]) => {
    const row = /** @type {import('./matrix-rows.mjs').MatrixRow} */ (rows.get(driver))
    const looks = mostFrequent(own.map(({ account }) => account?.looksLike ?? '').filter(Boolean)) ?? ''
    const verdict = own.every(({ ok }) => ok) ? 'as expected' : `**${own.filter(({ ok }) => !ok).length} NOT AS EXPECTED**`
    return [driver, `${row.runs}`, actionOf(row), row.evidence, looks, timeOf(own), row.botd, row.fpscanner, becauseOf(own), verdict]
  })
  return [head, ...body]
}

/** Where bots take hold, and which share of their runs is to be stopped. @type {readonly (readonly [import('./run-fleet.mjs').Hook, number | undefined])[]} */
const FIGURES = [
  ['browser', 1],
  ['page', 1],
  ['desk', 0.8],
  // The figures speak of browsers and of the desk only.
  ['no browser', undefined],
]

/**
 * Bots by where they take hold, against the figures that are set.
 *
 * @param {readonly Run[]} runs
 * @returns {readonly (readonly string[])[]} cells, the head first
 */
function hookTable(runs) {
  const body = FIGURES.flatMap(([hook, figure]) => {
    const own = runs.filter((run) => run.hook === hook)
    if (own.length === 0) return []
    const stopped = own.filter(isStopped).length
    const share = stopped / own.length
    const reached = figure === undefined ? '' : share >= figure ? 'reached' : '**MISSED**'
    const bar = figure === undefined ? '–' : figure === 1 ? percent(figure) : `≥ ${percent(figure)}`
    return [[hook, `${byDriver(own).size}`, `${stopped} of ${own.length}`, percent(share), bar, reached]]
  })
  return [['hook', 'bots', 'runs challenged or blocked', 'share', 'figure', ''], ...body]
}

/**
 * docs/evaluation/matrix.md.
 *
 * @typedef {{ date: string, machine: string, atOnce: string, absent: readonly string[], peers: string }} About `peers`: names and versions
 *
 * @param {readonly Run[]} runs
 * @param {About} about
 */
export function matrixDocument(runs, { date, machine, atOnce, absent, peers }) {
  const [bots, people] = [runs.filter(({ kind }) => kind === 'bot'), runs.filter(({ kind }) => kind === 'person')]
  const part = (/** @type {readonly Run[]} */ own, /** @type {readonly string[]} */ more) =>
    own.length === 0 ? ['None ran.'] : [...more, ...table(matrixTable(own))]
  return `${[
    '# Bots and people, driver by driver',
    '',
    `Written by \`npm run matrix\` on ${date}: ${runs.length} runs on ${machine}, bots two and people ${atOnce} at once. Every driver signs up on the`,
    `demo site; the action is that of the verdict which came with its form. Beside it stands what ${peers} said on the same page in the`,
    'same run: their script is added to the page after our first verdict, so that neither side is in the other’s way. They get their workers,',
    'which the demo’s own policy would forbid.',
    '',
    ...summaryOf(runs),
    '',
    '**strongest evidence**: the hard rule that was hit, else the fact that weighed most. **looks like**: the kind of bot in the explanation.',
    '**first verdict**: median, from the start of navigation (`–`: no browser). **BotD, fpscanner**: what each said in most runs in which it answered;',
    '`none`: no answer, because no page ran or it was left too soon. **hook**: where a bot takes hold: of the browser through a debugging protocol,',
    'of the page by a script in it, of the desk’s mouse and keyboard, or of nothing, where no browser runs.',
    '',
    '## Bots',
    '',
    ...part(bots, [...table(hookTable(bots)), '']),
    '',
    '## People',
    '',
    ...part(people, []),
    ...(absent.length > 0 ? ['', '## Not run', '', absent.join(', ')] : []),
  ].join('\n')}\n`
}
