/**
 * Times what features and trace cost together for each event, slices that end included. Refers to nothing outside: browsers run it from its text.
 *
 * @param {{ startMeasuring: Function, mouseVisit: Function, startRandom: Function }} bundled
 * @param {{ count: number, rounds: number }} size how many events at once, and how often
 * @param {() => number} now a clock in ms
 * @returns {{ push: number, json: number }} ns for each event, of the fastest round
 */
export function timeTrace({ startMeasuring, mouseVisit, startRandom }, { count, rounds }, now) {
  /** @type {object[]} */
  const events = mouseVisit(count, startRandom(1))
  /** @type {Record<'push' | 'json', number[]>} */
  const times = { push: [], json: [] }
  let length = 0
  for (let round = 0; round < rounds; round++) {
    const { push, end } = startMeasuring()
    const began = now()
    for (const event of events) push(event)
    const pushed = now()
    length += end().length
    for (const event of events) length += JSON.stringify(event).length
    times.push.push(((pushed - began) * 1e6) / events.length)
    times.json.push(((now() - pushed) * 1e6) / events.length)
  }
  const least = (/** @type {number[]} */ list) => (length > 0 ? Math.min(...list) : Number.NaN)
  return { push: least(times.push), json: least(times.json) }
}
