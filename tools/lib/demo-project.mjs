import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Fault } from '../bootstrap.mjs'
import { run } from './run.mjs'

/** @typedef {{ siteKey: string, secretKey: string, token: string }} DemoProject `token`: of the account that the project is of; it opens the dashboard */

const OWNER = ['--email', 'owner@demo.example', '--name', 'Demo']

/**
 * The demo's project: the one that an earlier start made, as long as the server still knows it, else a new one. Its secret key is
 * shown only once, when it is made, so the keys stay in the data folder, readable by its owner alone.
 *
 * @param {string} dataDir
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<DemoProject>}
 */
export async function demoProject(dataDir, env) {
  const path = join(dataDir, 'demo.json')
  const kept = existsSync(path) ? read(path) : undefined
  if (kept) {
    const { projects } = await vouchsafe(env, 'project', 'list')
    if (projects.some((/** @type {DemoProject} */ project) => project.siteKey === kept.siteKey)) return kept
  }
  const { siteKey, secretKey } = await vouchsafe(env, 'project', 'create', '--name', 'Demo', '--origin', 'loopback')
  const { token } = await vouchsafe(env, 'account', 'create', ...OWNER, '--project', siteKey)
  writeFileSync(`${path}.new`, `${JSON.stringify({ siteKey, secretKey, token }, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${path}.new`, path)
  return { siteKey, secretKey, token }
}

/** @param {string} path @returns {DemoProject} */
function read(path) {
  try {
    const { siteKey, secretKey, token } = JSON.parse(readFileSync(path, 'utf8'))
    if ([siteKey, secretKey, token].every((key) => typeof key === 'string')) return { siteKey, secretKey, token }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw new Fault(`${path} cannot be read: ${/** @type {Error} */ (error).message}`)
  }
  throw new Fault(`${path} does not hold the demo's keys. Remove it, and the next start makes a new demo project.`)
}

/** @param {NodeJS.ProcessEnv} env @param {readonly string[]} args */
async function vouchsafe(env, ...args) {
  const { code, output, stdout } = await run(process.execPath, [join('dist', 'cli.mjs'), ...args, '--json'], {
    quiet: true,
    env,
    seconds: 30,
  })
  if (code !== 0) throw new Fault(output.trim())
  return JSON.parse(stdout)
}
