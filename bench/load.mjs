import { atLeast, atMost, told } from './lib/row.mjs'
import { CAP } from './load/cap.mjs'
import { measureLoad } from './load/measure.mjs'

/** A second on one processor: what the server has to do. */
const BAR = { name: 'the bar', value: 1_500 }
const LEAST_OF_CAP = 3
const LEAST_OF_BARE = 0.7
const MOST_MEMORY = { name: '300 MB', value: 300 }
/** Of what is answered in time at full load. */
const LEAST_GOOD = 0.8

const perSecond = (/** @type {string} */ name, /** @type {number} */ cpu) => ({
  name: `${name}, a second of the server's processor`,
  value: 1e6 / cpu,
  unit: '/s',
})

/**
 * Visits over HTTP to a server on the embedded store: challenge, proof, evidence with slices where they are asked for, verdict. The evidence is
 * real: a key, a movement and a network for each visitor, signed, solved and committed to. By the processor's time of the server's process alone.
 *
 * @returns {Promise<import('./lib/row.mjs').Row[]>}
 */
export async function benchLoad() {
  const { stages, overloads, capacity, memory, after } = await measureLoad()
  const known = stages['attest, known']
  const fresh = stages['attest, new']
  // A verdict for somebody new takes two requests, each with all checks.
  const posts = perSecond('attest: requests', (known.cpu + fresh.cpu) / ((known.posts + fresh.posts) / known.count))
  const rows = [
    atLeast(posts, BAR, 1),
    told(perSecond('attest: verdicts for known keys', known.cpu), BAR),
    told(perSecond('attest: verdicts for new keys, who show slices', fresh.cpu), BAR),
  ]
  if (stages.cap) {
    rows.push(atLeast(posts, { name: `redeem of ${CAP}`, value: 1e6 / stages.cap.cpu }, LEAST_OF_CAP))
    rows.push(told(posts, { name: `the same, stored as its documentation asks`, value: 1e6 / stages['cap that stores'].cpu }))
  } else console.log(`Left out: the rows beside ${CAP}, which is not installed.`)
  const challenge = perSecond('challenge', stages.challenge.cpu)
  rows.push(atLeast(challenge, { name: 'a bare Hono POST', value: 1e6 / stages.bare.cpu }, LEAST_OF_BARE))
  for (const [name, stage] of Object.entries({
    challenge: stages.challenge,
    'attest, new key': fresh,
    'explanation read': stages.explain,
  })) {
    rows.push(told({ name: `${name}: processor`, value: stage.cpu, unit: 'µs' }, { name: 'a bare Hono POST', value: stages.bare.cpu }))
    for (const quantile of /** @type {const} */ (['p50', 'p99', 'p999']))
      rows.push(
        told(
          { name: `${name}: ${quantile}, 8 connections`, value: stage[quantile], unit: 'ms' },
          { name: 'the same of it', value: stages.bare[quantile] },
        ),
      )
  }
  const full = { name: 'visits answered in time at full load', value: overloads[1]?.perSecond ?? 0 }
  rows.push(told({ name: 'visits: closed loop, 8 connections', value: capacity, unit: '/s' }, full))
  for (const times of [2, 3]) {
    const { perSecond: good = 0, p99 = 0 } = overloads[times] ?? {}
    rows.push(atLeast({ name: `visits answered in 2 s at ${times} × full load`, value: good, unit: '/s' }, full, LEAST_GOOD))
    rows.push(told({ name: `their p99 at ${times} × full load`, value: p99, unit: 'ms' }, { name: '2 s', value: 2_000 }))
  }
  const megabytes = (/** @type {{ rss: number }} */ { rss }) => rss / 1e6
  rows.push(atMost({ name: 'memory after visits', value: megabytes(memory), unit: 'MB' }, MOST_MEMORY))
  rows.push(atMost({ name: 'memory after 3 × full load', value: megabytes(after), unit: 'MB' }, MOST_MEMORY))
  return rows
}
