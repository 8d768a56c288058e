import { importTypescript } from '../tools/rollup/import-typescript.mjs'
import { told } from './lib/row.mjs'

const REQUESTS = 400
const ROUNDS = 9
const LABELS = 5_000
/** µs: 5,000 a second on one processor, the server’s own work among it. A bar of time alone would judge the machine: the load test has the bar. */
const ALL_TIME = { name: '5,000 a second', value: 200 }

const LANGUAGES = ['en-US,en;q=0.9', 'de-DE,de;q=0.9,en-US;q=0.8,en;q=0.7', 'fr', 'ja,en-US;q=0.9,en;q=0.8', '']
const SYSTEMS = ['Windows NT 10.0; Win64; x64', 'Macintosh; Intel Mac OS X 10_15_7', 'X11; Linux x86_64']

/** A visit as somebody tells of it, each another. @param {number} i */
export function description(i) {
  const version = 100 + (i % 57)
  const extra = {
    'sec-ch-ua-platform': '"Windows"',
    'sec-fetch-site': i % 2 ? 'none' : 'same-origin',
    'sec-fetch-mode': 'navigate',
    'sec-fetch-dest': 'document',
    connection: 'keep-alive',
    host: 'shop.example',
    [`x-own-${i % 40}`]: `${i}`,
  }
  return JSON.stringify({
    useragent: `Mozilla/5.0 (${SYSTEMS[i % 3]}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Safari/537.36`,
    sec_ch_ua: i % 5 ? `"Chromium";v="${version}", "Google Chrome";v="${version}", "Not)A;Brand";v="8"` : '',
    sec_ch_ua_mobile: '?0',
    accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8',
    acceptlanguage: LANGUAGES[i % LANGUAGES.length],
    acceptencoding: 'gzip, deflate, br, zstd',
    upgrade_insecure_requests: '1',
    ip: `203.0.${i % 200}.${i % 250}`,
    headerorder: `host, connection, sec-ch-ua, user-agent, accept, sec-fetch-site, accept-encoding, accept-language, x-own-${i % 40}`,
    extra_headers: extra,
  })
}

/** @param {() => void} work on all requests @returns µs for each: the median of some rounds */
function microseconds(work) {
  const rounds = Array.from({ length: ROUNDS }, () => {
    // Processor time, not the clock's: other work on the machine is not ours.
    const start = process.cpuUsage().user
    work()
    return (process.cpuUsage().user - start) / REQUESTS
  })
  return rounds.sort((a, b) => a - b)[ROUNDS >> 1] ?? Number.NaN
}

/**
 * What a scored request costs, from its JSON to the answer's, beside so many labels that look-alikes are found among them.
 *
 * @returns {Promise<import('./lib/row.mjs').Row[]>}
 */
export async function benchRequests() {
  /** @type {typeof import('./requests/request-bench.js')} */
  const { answerJson, scoringWith } = await importTypescript('bench/requests/request-bench.ts')
  const scoring = scoringWith(Array.from({ length: LABELS }, (_, i) => description(i)))
  const bodies = Array.from({ length: REQUESTS }, (_, i) => description(LABELS + 7 * i))
  let round = 0
  const value = microseconds(() => {
    round++
    for (const [i, body] of bodies.entries()) answerJson(body, scoring, `${round}-${i}`)
  })
  const json = microseconds(() => {
    for (const body of bodies) JSON.stringify(JSON.parse(body))
  })
  const { neighbors_total_counts: near } = JSON.parse(answerJson(bodies[0] ?? '', scoring, 'last'))
  const measured = { name: `score a request beside ${LABELS.toLocaleString('en')} labels`, value, unit: 'µs' }
  // Whoever found no look-alikes has looked for none.
  return [told(measured, ALL_TIME), told(measured, { name: 'JSON alone', value: json })].map((row) => ({
    ...row,
    ok: row.ok && near.inv + near.ok > 0,
  }))
}
