// @ts-check
import { humanise, nameOf } from '/words.js'
import { make, percent, signed } from './dom.js'

/**
 * @typedef {{ id: string, family: string, llr: number }} Contribution
 * @typedef {{
 *   llr: number, posterior: number, families: Iterable<readonly [string, number]>, engines: Readonly<Record<string, number>>,
 *   givenBack?: number, contributions: readonly Contribution[], hard: readonly string[],
 * }} Report
 * @typedef {{ name: string, note: string, llr: number, from: number, kind: 'start' | 'fact' | 'limit' | 'sum' }} Step
 */

/** ln odds into a probability. @param {number} llr */
const probability = (llr) => 1 / (1 + Math.exp(-llr))

/**
 * The report as a walk of the odds from the prior to the sum: one step for each fact, family by family; where a family's facts together
 * weigh more than it may, a step back. Last, what families said twice for one cause, and what behaviour may not take back of all else.
 * @param {Report} report
 * @returns {readonly Step[]}
 */
function stepsOf(report) {
  const engines = Object.values(report.engines).reduce((sum, llr) => sum + llr, 0)
  const families = [...report.families].sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]))
  const overlap = families.reduce((sum, [, llr]) => sum + llr, 0) - engines
  const { givenBack = 0 } = report
  let at = report.llr - engines - givenBack
  /** @type {Step[]} */
  const steps = [{ name: 'Before anything is seen', note: percent(probability(at)), llr: at, from: 0, kind: 'start' }]
  for (const [family, limited] of families) {
    const rows = report.contributions.filter((row) => row.family === family)
    for (const { id, llr } of rows) {
      steps.push({ name: nameOf(id), note: humanise(family), llr, from: at, kind: 'fact' })
      at += llr
    }
    const excess = limited - rows.reduce((sum, row) => sum + row.llr, 0)
    if (Math.abs(excess) > 0.005) {
      steps.push({
        name: 'Limit of the family',
        note: `${humanise(family)}: ${signed(limited)} at most`,
        llr: excess,
        from: at,
        kind: 'limit',
      })
      at += excess
    }
  }
  if (overlap > 0.005)
    steps.push({ name: 'One cause shows in several ways', note: 'it counts once', llr: -overlap, from: at, kind: 'limit' })
  at -= overlap
  if (givenBack > 0)
    steps.push({
      name: 'What your hands say counts for less',
      note: 'the rest speaks for a program, and movement can be copied or made up',
      llr: givenBack,
      from: at,
      kind: 'limit',
    })
  return [...steps, { name: 'All together', note: percent(report.posterior), llr: report.llr, from: 0, kind: 'sum' }]
}

/** @param {Step} step @param {(llr: number) => number} place from ln odds to a share of the width */
function rowOf({ name, note, llr, from, kind }, place) {
  const ends = [place(from), place(from + llr)]
  const bar = make('span', { class: 'bar', 'data-side': llr < 0 ? 'person' : 'program' })
  // Through the object model: a style attribute in markup is what the page's policy forbids.
  bar.style.left = `${100 * Math.min(...ends)}%`
  bar.style.right = `${100 * (1 - Math.max(...ends))}%`
  const zero = make('span', { class: 'zero' })
  zero.style.left = `${100 * place(0)}%`
  const what = make('span', { class: 'what' }, `${name} `, make('small', {}, note))
  return make(
    'li',
    { 'data-kind': kind },
    what,
    make('span', { class: 'track', 'aria-hidden': 'true' }, zero, bar),
    make('span', { class: 'llr' }, signed(llr)),
  )
}

/** What was drawn last, so that nothing is touched while nothing changes. @type {WeakMap<Element, string>} */
const drawn = new WeakMap()

/** @param {HTMLElement} list @param {Report} report */
export function drawWaterfall(list, report) {
  const steps = stepsOf(report)
  const state = JSON.stringify(steps)
  if (drawn.get(list) === state) return
  drawn.set(list, state)
  const reached = steps.flatMap(({ from, llr }) => [from, from + llr])
  const low = Math.min(-4, ...reached)
  const high = Math.max(4, ...reached)
  list.replaceChildren(...steps.map((step) => rowOf(step, (llr) => (llr - low) / (high - low))))
}
