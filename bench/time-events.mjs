/** @typedef {{ features: number, json: number, length: number }} Times ns for each event; `length`: how much was written down */

/**
 * Times what two ways of taking events cost, in turns so that a busy moment of the machine meets both. Refers to nothing outside:
 * browsers run it from its text.
 *
 * @param {{ startFeatures: Function, mouseVisit: Function, startRandom: Function }} bundled
 * @param {{ count: number, rounds: number }} size how many events at once, and how often
 * @param {() => number} now a clock in ms
 * @returns {Times} of the fastest round: what else the machine does only adds
 */
export function timeEvents({ startFeatures, mouseVisit, startRandom }, { count, rounds }, now) {
  /** @type {object[]} */
  const events = mouseVisit(count, startRandom(1))
  const running = startFeatures()
  let length = 0
  const ways = {
    features: running.push,
    json: (/** @type {object} */ event) => {
      length += JSON.stringify(event).length
    },
  }
  /** @type {Record<keyof typeof ways, number[]>} */
  const times = { features: [], json: [] }
  for (let round = 0; round < rounds; round++) {
    for (const way of /** @type {const} */ (['features', 'json'])) {
      const began = now()
      for (const event of events) ways[way](event)
      times[way].push(((now() - began) * 1e6) / events.length)
    }
  }
  return { features: Math.min(...times.features), json: Math.min(...times.json), length }
}
