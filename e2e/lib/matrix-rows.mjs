/** @typedef {import('./run-fleet.mjs').Row} Run */
/** @typedef {import('./run-fleet.mjs').Word} Word */

/**
 * All runs of one driver.
 *
 * `evidence`: the hard rule or the fact that weighed most in the verdict that came with the form, of most runs. `botd`, `fpscanner`: what each
 * said in most of the runs in which it answered; where as many said one as the other, `bot`; `none` where it never answered. In the run's
 * action, `none` (no form was answered, or it came without a verdict) is neither `allow` nor `challenge` nor `block`, so the three may be
 * fewer than `runs`.
 *
 * @typedef {{ driver: string, kind: 'bot' | 'person', runs: number, allow: number, challenge: number, block: number,
 *   evidence: string, botd: Word, fpscanner: Word }} MatrixRow
 */

/**
 * @template T
 * @param {readonly T[]} items
 * @returns {T | undefined} the most frequent; of equals the one that came first
 */
export function mostFrequent(items) {
  const counts = new Map(items.map((item) => [item, 0]))
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}

/** @param {readonly Word[]} words @returns {Word} */
function majority(words) {
  const bots = words.filter((word) => word === 'bot').length
  const humans = words.filter((word) => word === 'human').length
  if (bots + humans === 0) return 'none'
  return bots >= humans ? 'bot' : 'human'
}

/** @template T @param {readonly T[]} items @param {(item: T) => string} keyOf @returns {Map<string, T[]>} */
function groupBy(items, keyOf) {
  const groups = new Map()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}

/** @param {readonly Run[]} runs @returns {Map<string, Run[]>} by driver, in the order in which drivers first ran, bots before people */
export function byDriver(runs) {
  return groupBy(
    [...runs].sort((a, b) => Number(a.kind === 'person') - Number(b.kind === 'person')),
    ({ driver }) => driver,
  )
}

/** @param {readonly Run[]} runs @returns {MatrixRow[]} one for each driver */
export function matrixRows(runs) {
  return [...byDriver(runs)].map(([driver, own]) => {
    const count = (/** @type {string} */ action) => own.filter((run) => run.action === action).length
    const said = (/** @type {'botd' | 'fpscanner'} */ peer) => majority(own.map(({ account }) => account?.[peer] ?? 'none'))
    const evidence = mostFrequent(own.map(({ account }) => account?.evidence ?? '').filter(Boolean)) ?? ''
    const actions = { allow: count('allow'), challenge: count('challenge'), block: count('block') }
    return { driver, kind: own[0]?.kind ?? 'bot', runs: own.length, ...actions, evidence, botd: said('botd'), fpscanner: said('fpscanner') }
  })
}

/** @param {readonly number[]} numbers @returns {number | undefined} the lower of the two in the middle */
export const median = (numbers) => [...numbers].sort((a, b) => a - b)[(numbers.length - 1) >> 1]
