import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withBundle } from '../../tools/rollup/import-typescript.mjs'
import { allEvents, events, score, verdict } from './requests.mjs'
import { startProcess } from './start-process.mjs'

const kinds = /** @type {const} */ (['bare', 'sqlite', 'memory'])
/** @typedef {typeof kinds[number]} Kind */

/**
 * What a round tells: ms, and µs of processor time of the server's process for each request.
 *
 * @typedef {{ p50: number, p99: number, cpu: number }} Round
 */

/** Kept open, as a backend keeps them. */
const CONNECTIONS = 16
/** ms between two requests, of all connections together: 2,000 a second. */
const EVERY = 0.5
/** ms between two batches of events meanwhile, each of which rescores a visit. */
const EVENTS_EVERY = 50
/** What scores in the background has done so by then. */
const SCORED = 2_500

/** What is asked for: how often in a round, how, and with what beside it. */
const loads = {
  /** As many for each server, and none of them busy. */
  steady: { request: verdict, times: 1_000, every: EVERY },
  /** As many as there is an answer for, for as long as any server: a short round may miss what a long one meets. */
  full: { request: verdict, times: 20_000, most: 400 },
  score: { request: score, times: 2_000 },
}
/** @typedef {keyof typeof loads} LoadName */

const wait = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** @param {readonly number[]} sorted @param {number} share */
const quantile = (sorted, share) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN

/** @param {string} bundle @param {string} folder @param {Kind} kind */
async function startServer(bundle, folder, kind) {
  const child = startProcess(bundle, [kind, folder], join(folder, `${kind}.log`))
  /** @type {import('./requests.mjs').Listening} */
  const listening = await child.hear()
  return { kind, child, listening }
}

/** @typedef {Awaited<ReturnType<typeof startServer>>} Server @typedef {ReturnType<typeof startProcess>} Loader */

/** Visits that have a verdict. @param {Loader} loader @param {Server} server */
async function visit(loader, { kind, listening }) {
  if (kind === 'bare') return
  await loader.ask({ url: listening.url, requests: allEvents(listening), expected: 'HTTP/1.1 202', connections: 4 })
  await wait(SCORED)
  const { last } = await loader.ask({ url: listening.url, requests: [verdict(listening, 0)], expected: 'HTTP/1.1 200', connections: 1 })
  if (!last.includes('"likely_human"')) throw new Error(`no verdict: ${last}`)
}

/** @param {Loader} loader @param {Server} server @param {LoadName} name @returns {Promise<Round>} */
async function round(loader, { child, listening }, name) {
  const { request, times, ...pace } = loads[name]
  const many = (/** @type {typeof request} */ make, /** @type {number} */ count) =>
    Array.from({ length: count }, (_, i) => make(listening, i))
  const aside = name === 'score' ? [] : many(events, 100)
  const load = { url: listening.url, requests: many(request, times), expected: 'HTTP/1.1 200', connections: CONNECTIONS }
  const before = await child.ask('time')
  const { latencies } = await loader.ask({ ...load, ...pace, aside, asideEvery: EVENTS_EVERY })
  const cpu = ((await child.ask('time')) - before) / latencies.length
  return { p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99), cpu }
}

/**
 * The same loads on each server, in turns, so that a busy moment of the machine meets all of them. Servers and load are processes of their own.
 *
 * @param {Readonly<Record<LoadName, number>>} rounds of each, besides one to warm up
 * @returns {Promise<Readonly<Record<LoadName, Readonly<Record<Kind, readonly Round[]>>>>>}
 */
export const measure = (rounds) =>
  withBundle('bench/latency/serve.ts', async (bundle) => {
    const folder = mkdtempSync(join(tmpdir(), 'vouchsafe-latency-'))
    const loader = startProcess(fileURLToPath(new URL('load.mjs', import.meta.url)))
    /** @type {Server[]} */
    const servers = []
    try {
      for (const kind of kinds) servers.push(await startServer(bundle, folder, kind))
      for (const server of servers) await visit(loader, server)
      const names = /** @type {LoadName[]} */ (Object.keys(loads))
      const measured = Object.fromEntries(names.map((name) => [name, { bare: [], sqlite: [], memory: [] }]))
      for (const name of names) {
        for (let i = -1; i < rounds[name]; i++) {
          for (const server of servers) {
            const told = await round(loader, server, name)
            if (i >= 0) measured[name]?.[server.kind].push(/** @type {never} */ (told))
          }
        }
      }
      return /** @type {any} */ (measured)
    } finally {
      await Promise.all([loader.stop(), ...servers.map(({ child }) => child.stop())])
      rmSync(folder, { recursive: true, force: true })
    }
  })
