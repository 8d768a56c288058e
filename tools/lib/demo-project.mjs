import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Fault } from '../bootstrap.mjs'
import { vouchsafe } from './vouchsafe.mjs'

/** @typedef {{ siteKey: string, secretKey: string, token: string }} DemoProject `token`: of the account that the project is of; it opens the dashboard */
/** Asks the command line. @typedef {(...args: readonly string[]) => Promise<any>} Ask its answer; rejects with a Fault where it could not be done */

const EMAIL = ['--email', 'owner@demo.example']

/**
 * The demo's project: the one that an earlier start made, as long as the server still knows it, else a new one. Its secret key is
 * shown only once, when it is made, so the keys stay in the data folder, readable by its owner alone. What is missing of them, as in a
 * folder of an older version, is made.
 *
 * @param {string} dataDir
 * @param {NodeJS.ProcessEnv} env
 * @param {Ask} [ask]
 * @returns {Promise<DemoProject>}
 */
export async function demoProject(dataDir, env, ask = (...args) => vouchsafe(env, args)) {
  const path = join(dataDir, 'demo.json')
  const kept = read(path)
  const isKnown = kept.secretKey !== undefined && (await siteKeys(ask)).includes(kept.siteKey)
  if (isKnown && kept.token !== undefined) return /** @type {DemoProject} */ (kept)
  const { siteKey, secretKey } = isKnown ? kept : await ask('project', 'create', '--name', 'Demo', '--origin', 'loopback')
  const whole = { siteKey, secretKey, token: await ownerToken(ask, siteKey) }
  writeFileSync(`${path}.new`, `${JSON.stringify(whole, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${path}.new`, path)
  return whole
}

/** @param {Ask} ask @returns {Promise<readonly (string | undefined)[]>} */
async function siteKeys(ask) {
  const { projects } = await ask('project', 'list')
  return projects.map((/** @type {DemoProject} */ { siteKey }) => siteKey)
}

/** Of the demo's account, which has every project that a start has made: the first makes it. @param {Ask} ask @param {string} siteKey */
async function ownerToken(ask, siteKey) {
  const made = await ask('account', 'create', ...EMAIL, '--name', 'Demo', '--project', siteKey).catch(refused)
  if (made) return made.token
  await ask('account', 'adopt', ...EMAIL, '--project', siteKey)
  return (await ask('account', 'token', ...EMAIL)).token
}

/** There is one already, or what comes next says what is wrong. @param {unknown} error @returns {undefined} */
function refused(error) {
  if (!(error instanceof Fault)) throw error
}

/** What an earlier start has kept, as far as it can be read. @param {string} path @returns {Partial<DemoProject>} */
function read(path) {
  if (!existsSync(path)) return {}
  try {
    const kept = JSON.parse(readFileSync(path, 'utf8')) ?? {}
    return Object.fromEntries(
      ['siteKey', 'secretKey', 'token'].flatMap((name) => (typeof kept[name] === 'string' ? [[name, kept[name]]] : [])),
    )
  } catch (error) {
    if (error instanceof SyntaxError) return {}
    throw new Fault(`${path} cannot be read: ${/** @type {Error} */ (error).message}`)
  }
}
