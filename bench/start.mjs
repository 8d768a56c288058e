import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from './first-verdict/processes.mjs'
import { atMost, told } from './lib/row.mjs'

const ROUNDS = 7
const BAR = { name: '1 s', value: 1_000 }
const STRETCH = { name: '300 ms', value: 300 }

/** ms until the server that was built says that it is ready. @param {string} folder */
async function start(folder) {
  const begun = performance.now()
  const server = await startServer(folder)
  const response = await fetch(`${server.url}/readyz`)
  const took = performance.now() - begun
  await server.stop()
  if (!response.ok) throw new Error(`not ready: ${response.status}`)
  return took
}

/** By the clock, because whoever starts a server waits by it: the best of some rounds, as what else runs on the machine only adds to it. */
async function best(/** @type {() => string} */ folder) {
  const rounds = []
  for (let i = 0; i < ROUNDS; i++) rounds.push(await start(folder()))
  return Math.min(...rounds)
}

/**
 * From the command to an answer of `/readyz`, of the server as it is built (`npm run build` first).
 *
 * @returns {Promise<import('./lib/row.mjs').Row[]>}
 */
export async function benchStart() {
  const root = mkdtempSync(join(tmpdir(), 'vouchsafe-start-'))
  try {
    let next = 0
    const cold = await best(() => join(root, `${next++}`))
    const warm = await best(() => join(root, '0'))
    const row = (/** @type {string} */ name, /** @type {number} */ value) => ({ name: `start to ready, ${name}`, value, unit: 'ms' })
    return [
      atMost(row('data folder made', cold), BAR),
      atMost(row('data that is there', warm), BAR),
      told(row('data that is there', warm), STRETCH),
    ]
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}
