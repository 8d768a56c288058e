// @ts-check
import { make, write } from '../live/dom.js'

/** Kinds of input, by how the ids of their features begin. */
const kinds = /** @type {const} */ ([
  ['Movement', /^input\.(movement|glides|strokes|sampling)/],
  ['Presses and taps', /^input\.(press|touch|pen|click)/],
  ['Keys and text', /^input\.(key|input)/],
  ['Wheel and scrolling', /^input\.(wheel|scroll|reading)/],
])

/**
 * One meter for each kind of input: of how many features there is a value already.
 * @param {HTMLElement} list
 * @returns {(features: ReadonlyMap<string, { readonly state: string }>) => void}
 */
export function growthOf(list) {
  const rows = kinds.map(([name, pattern]) => {
    const meter = /** @type {HTMLMeterElement} */ (make('meter', { min: '0', 'aria-label': name }))
    const count = make('span', {})
    list.append(make('li', {}, make('span', {}, name), meter, count))
    return { pattern, meter, count }
  })
  return (features) => {
    for (const { pattern, meter, count } of rows) {
      const of = [...features].filter(([id]) => pattern.test(id))
      const known = of.filter(([, { state }]) => state === 'ok').length
      meter.max = of.length
      meter.value = known
      write(count, `${known} of ${of.length}`)
    }
  }
}
