// @ts-check
import { make, write } from './dom.js'

/**
 * One meter for each group of features: of how many there is a value already.
 * @param {HTMLElement} list carries the groups, as the sources say them
 * @returns {(features: ReadonlyMap<string, { readonly state: string }>) => void}
 */
export function growthOf(list) {
  /** @type {Readonly<Record<string, readonly string[]>>} */
  const groups = JSON.parse(list.dataset.groups ?? '{}')
  const rows = Object.entries(groups).map(([name, ids]) => {
    const meter = /** @type {HTMLMeterElement} */ (make('meter', { min: '0', 'aria-label': name }))
    const count = make('span', {})
    list.append(make('li', {}, make('span', {}, name), meter, count))
    return { ids, meter, count }
  })
  return (features) => {
    for (const { ids, meter, count } of rows) {
      const of = ids.flatMap((id) => features.get(id) ?? [])
      const known = of.filter(({ state }) => state === 'ok').length
      meter.max = of.length
      meter.value = known
      write(count, `${known} of ${of.length}`)
    }
  }
}
