/** @typedef {{ push: number, json: number, commit: number, cold: number }} TraceTimes ns for each event; ms for a commitment, and for the first of all */

/**
 * Times what a trace costs: each event, slices that end included, and a commitment to as many as there may be. Refers to nothing outside: browsers run
 * it from its text.
 *
 * @param {{ startTrace: Function, mouseVisit: Function, startRandom: Function }} bundled
 * @param {{ count: number, rounds: number }} size how many events at once, and how often
 * @param {() => number} now a clock in ms
 * @returns {TraceTimes} of the fastest round, but for the first commitment
 */
export function timeTrace({ startTrace, mouseVisit, startRandom }, { count, rounds }, now) {
  /** @type {{ kind: string }[]} */
  const events = mouseVisit(count, startRandom(1))
  /** @type {Record<'push' | 'json' | 'commit', number[]>} */
  const times = { push: [], json: [], commit: [] }
  let cold = 0
  let length = 0
  for (let round = 0; round < rounds; round++) {
    const trace = startTrace()
    const began = now()
    for (const event of events) trace.push(event, event.kind === 'move')
    const pushed = now()
    length += trace.commit('kT4yq0mVJp2xNf7uWc1ZRg').trace.length
    const committed = now()
    for (const event of events) length += JSON.stringify(event).length
    times.push.push(((pushed - began) * 1e6) / events.length)
    times.commit.push(committed - pushed)
    times.json.push(((now() - committed) * 1e6) / events.length)
    if (round === 0) cold = committed - pushed
  }
  const least = (/** @type {number[]} */ list) => (length > 0 ? Math.min(...list) : Number.NaN)
  return { push: least(times.push), json: least(times.json), commit: least(times.commit), cold }
}
