import { byDriver, matrixRows } from './matrix-rows.mjs'

/** @typedef {import('./run-fleet.mjs').Row} Run */

/** Rounded down, so that 100 % is all. @param {number} share */
export const percent = (share) => `${Math.floor(1000 * share) / 10} %`

/** Of a normal distribution: 95 % lie within so many deviations. */
const Z = 1.96

/**
 * The interval in which a share lies with 95 % confidence (E. B. Wilson, J. Am. Stat. Assoc. 22, 1927): it holds its word for few runs and
 * for shares near 0 and 1, too.
 *
 * @param {number} times
 * @param {number} of more than 0
 * @returns {readonly [least: number, most: number]}
 */
export function wilson(times, of) {
  const share = times / of
  const middle = share + Z ** 2 / (2 * of)
  const half = Z * Math.sqrt((share * (1 - share)) / of + (Z / (2 * of)) ** 2)
  const scale = 1 + Z ** 2 / of
  return [Math.max(0, (middle - half) / scale), Math.min(1, (middle + half) / scale)]
}

/** @param {Run} run */
export const isStopped = ({ action }) => action === 'challenge' || action === 'block'

/** @param {readonly Run[]} runs @param {(run: Run) => boolean} counts */
function shareOf(runs, counts) {
  const times = runs.filter(counts).length
  const [least, most] = wilson(times, runs.length)
  return `**${times} of ${runs.length}** runs, ${percent(times / runs.length)} (95 %: ${percent(least)} to ${percent(most)})`
}

/** Drivers of which some run counts, each with how many. @param {readonly Run[]} runs @param {(run: Run) => boolean} counts */
function named(runs, counts) {
  const list = [...byDriver(runs)].flatMap(([driver, own]) => {
    const times = own.filter(counts).length
    return times === 0 ? [] : [times === own.length ? driver : `${driver} (${times} of ${own.length})`]
  })
  return list.length === 0 ? 'none' : list.join(', ')
}

/** Bots with a browser that neither peer takes for one, and how they end. @param {readonly Run[]} bots */
function missedByPeers(bots) {
  const missed = matrixRows(bots).filter(({ botd, fpscanner }) => botd !== 'bot' && fpscanner !== 'bot')
  const seen = missed.filter(({ botd, fpscanner }) => botd === 'human' || fpscanner === 'human')
  if (seen.length === 0) return []
  const list = seen.map(({ driver, runs, challenge, block }) => `${driver} ${challenge + block}/${runs}`)
  return [`- Bots that neither peer takes for one, and how many of their runs we stopped: ${list.join(', ')}.`]
}

/** @param {readonly Run[]} runs @param {'bot' | 'person'} kind */
function peersOn(runs, kind) {
  const rows = matrixRows(runs)
  const flagged = (/** @type {'botd' | 'fpscanner'} */ peer) => rows.filter((row) => row[peer] === 'bot').length
  return `- Of ${rows.length} ${kind === 'bot' ? 'bots' : 'kinds of people'}, BotD flags ${flagged('botd')} and fpscanner ${flagged('fpscanner')}.`
}

/**
 * What came of it, in a few lines.
 *
 * @param {readonly Run[]} runs
 * @returns {readonly string[]} a Markdown list
 */
export function summaryOf(runs) {
  const [bots, people] = [runs.filter(({ kind }) => kind === 'bot'), runs.filter(({ kind }) => kind === 'person')]
  const hooked = bots.filter(({ hook }) => hook === 'browser' || hook === 'page')
  const desk = bots.filter(({ hook }) => hook === 'desk')
  const line = (/** @type {string} */ what, /** @type {readonly Run[]} */ own, /** @type {(run: Run) => boolean} */ counts) =>
    own.length === 0 ? [] : [`- ${what}: ${shareOf(own, counts)}.`]
  return [
    ...line('Bots with a hook in browser or page, challenged or blocked', hooked, isStopped),
    ...line('Bots at the desk, with no hook at all, challenged or blocked', desk, isStopped),
    ...line('People let through', people, ({ action }) => action === 'allow'),
    ...(bots.length === 0 ? [] : [`- Bots that got through: ${named(bots, ({ action }) => action === 'allow')}.`]),
    ...(people.length === 0 ? [] : [`- People who were stopped: ${named(people, isStopped)}.`]),
    ...(runs.some(({ action }) => action === 'none')
      ? [`- Runs without a verdict, counted above as neither let through nor stopped: ${named(runs, ({ action }) => action === 'none')}.`]
      : []),
    ...(bots.length === 0 ? [] : [peersOn(bots, 'bot'), ...missedByPeers(bots)]),
    ...(people.length === 0 ? [] : [peersOn(people, 'person')]),
  ]
}
