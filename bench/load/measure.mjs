import { createRequire } from 'node:module'
import { join } from 'node:path'
import { CAP } from './cap.mjs'
import { withProcesses } from './processes.mjs'

/** @typedef {import('./processes.mjs').Server} Server */
/** What a stage of a visit costs: µs of the server's processor for each, and what its visitors wait for, in ms. */
/** @typedef {{ cpu: number, perSecond: number, p50: number, p99: number, p999: number }} Stage */
/** @typedef {{ good: number, perSecond: number, p99: number, refused: number, late: number }} Overload */

/** Of each round; the first is for the compiler. */
const VISITORS = 500
const ROUNDS = 4
/** Seconds of each load at a rate. */
const SECONDS = 3
/** ms: nobody waits longer for a page to go on. */
const MOST = 2_000

/** @param {readonly number[]} sorted @param {number} share */
const quantile = (sorted, share) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN

const hasCap = () => {
  try {
    return createRequire(import.meta.url).resolve(CAP) !== ''
  } catch {
    return false
  }
}

/** @returns {Promise<any>} what the task tells, and what the server's process spent on it */
async function spend(
  /** @type {import('./processes.mjs').Processes['loader']} */ loader,
  /** @type {Server} */ server,
  /** @type {string} */ task,
  count = VISITORS,
) {
  const before = await server.ask('time')
  const told = await loader.ask({ task, server: server.listening })
  const cpu = ((await server.ask('time')) - before) / count
  const { latencies, seconds } = told
  const [p50, p99, p999] = [0.5, 0.99, 0.999].map((share) => quantile(latencies, share))
  return { ...told, latencies: undefined, count, cpu, perSecond: count / seconds, p50, p99, p999 }
}

/** The round that cost least: what else runs on the machine only adds to it. @template {{ cpu: number }} T @param {readonly T[]} rounds */
const best = (rounds) => [...rounds].sort((a, b) => a.cpu - b.cpu)[0]

/** @param {import('./processes.mjs').Processes} processes */
async function measureStages({ server, bare, loader, startOther, folder }) {
  /** @type {Record<string, Server>} */
  const caps = hasCap()
    ? { cap: await startOther('serve-cap.mjs'), 'cap that stores': await startOther('serve-cap.mjs', [join(folder, 'cap.db')]) }
    : {}
  /** @type {Record<string, any[]>} */
  const stages = {}
  const stage = async (/** @type {string} */ name, /** @type {Server} */ of, /** @type {string} */ task, /** @type {number} */ round) => {
    const told = await spend(loader, of, task)
    if (round > 0) stages[name] = [...(stages[name] ?? []), told]
  }
  for (let round = 0; round < ROUNDS; round++) {
    await loader.ask({ task: 'make', count: VISITORS })
    for (const who of ['new', 'known']) {
      if (who === 'known') await loader.ask({ task: 'again' })
      await stage('challenge', server, 'challenge', round)
      await stage('bare', bare, 'bare', round)
      await loader.ask({ task: 'solve' })
      await stage(`attest, ${who}`, server, 'attest', round)
    }
    await stage('explain', server, 'explain', round)
    await loader.ask({ task: 'verify', server: server.listening })
    for (const [name, cap] of Object.entries(caps)) {
      await loader.ask({ task: 'capChallenge', server: cap.listening })
      await loader.ask({ task: 'capSolve' })
      await stage(name, cap, 'capRedeem', round)
    }
  }
  return Object.fromEntries(Object.entries(stages).map(([name, rounds]) => [name, best(rounds)]))
}

/** What comes of visits at so many times of what the server can do. @param {import('./processes.mjs').Processes} processes @param {number} rate @returns {Promise<Overload>} */
async function overload({ server, loader }, rate) {
  await loader.ask({ task: 'make', count: Math.ceil(rate * SECONDS) })
  await loader.ask({ task: 'challenge', server: server.listening })
  await loader.ask({ task: 'solve' })
  const { good, seconds, latencies, refused, late } = await loader.ask({ task: 'visits', server: server.listening, rate, most: MOST })
  return { good, perSecond: good / seconds, p99: quantile(latencies, 0.99), refused, late }
}

/** The whole way of visits, stage by stage; then more of them than can be answered. */
export const measureLoad = () =>
  withProcesses(async (processes) => {
    const stages = await measureStages(processes)
    const memory = await processes.server.ask('memory')
    const capacity = 1 / (1 / stages.challenge.perSecond + 1 / stages['attest, new'].perSecond)
    /** @type {Record<number, Overload>} */
    const overloads = {}
    for (const times of [1, 2, 3]) overloads[times] = await overload(processes, times * capacity)
    const after = await processes.server.ask('memory')
    return { stages, overloads, capacity, memory, after }
  })
