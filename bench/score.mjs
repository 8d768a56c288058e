import { asUrl, bundle } from './bundle.mjs'
import { atMost, told } from './lib/row.mjs'

const VISITS = 300
const ROUNDS = 9
/** µs: once for each verdict, and once more for each fact that an explanation takes away. */
const MOST_TIME = { name: '50 µs', value: 50 }

/** Every row of the card hears something, and most conditions hold. @param {{ rows: readonly { id: string }[] }} card */
const observations = (card) => (/** @type {number} */ visit) =>
  new Map([
    ...card.rows.map(({ id }, i) => /** @type {const} */ ([id, { state: 'ok', value: ((7 * visit + i) % 23) / 20 }])),
    ['input.glides', { state: 'ok', value: 100 }],
  ])

/** @param {(visit: Map<string, object>) => void} work @param {readonly Map<string, object>[]} visits @returns µs for each: the median of some rounds */
function microseconds(work, visits) {
  const rounds = Array.from({ length: ROUNDS }, () => {
    // Processor time, not the clock's: other work on the machine is not ours.
    const start = process.cpuUsage().user
    for (const visit of visits) work(visit)
    return (process.cpuUsage().user - start) / visits.length
  })
  return rounds.sort((a, b) => a - b)[ROUNDS >> 1] ?? Number.NaN
}

/**
 * What the whole client card costs, when all that it weighs was observed, against writing down as JSON what was observed.
 *
 * @returns {Promise<import('./lib/row.mjs').Row[]>}
 */
export async function benchScore() {
  const sources = { score: 'shared/scorecard/score.ts', clientCard: 'shared/scorecard/client-card.ts' }
  const { score, clientCard } = await import(asUrl(await bundle(sources, 'es', [])))
  const visits = Array.from({ length: VISITS }, (_, i) => observations(clientCard)(i))
  const heard = score(visits[0], clientCard).contributions.length
  const value = microseconds((visit) => score(visit, clientCard), visits)
  const json = microseconds((visit) => JSON.stringify([...visit]), visits)
  const measured = { name: `score: ${clientCard.rows.length} rows`, value, unit: 'µs' }
  const rows = [atMost(measured, MOST_TIME), told(measured, { name: 'JSON.stringify', value: json })]
  // A card of which next to nothing was weighed has cost nothing.
  return rows.map((row) => ({ ...row, ok: row.ok && heard > 40 }))
}
