import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

/** The folder of package.json. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** Names of the drivers in a folder, which are the names of their files. @param {'bots' | 'people'} folder */
export function drivers(folder) {
  const files = readdirSync(join(root, 'e2e', folder))
  return files.map((file) => file.replace(/\.ts$/, '')).filter((name) => name !== 'index')
}

/**
 * Drivers that `npm run matrix` runs and `npm test` does not: each takes a minute, shows again what another one shows in another browser
 * or setting, or is judged by the share of its runs.
 */
const IN_THE_MATRIX_ONLY = [
  ...['os-line', 'os-bezier', 'os-teleport', 'raw-cdp-human', 'replay-cdp', 'ai-agent'],
  ...['slow-mouse', 'fast-poll-mouse', 'bursty-mouse', 'coarse-mouse', 'tap-to-click', 'slow-reader', 'touch-screen', 'trackpad'],
  ...['firefox-keyboard', 'webkit-mouse', 'webkit-keyboard', 'zoom-150', 'no-webgl', 'no-pdf-viewer', 'reduced-motion', 'incognito'],
  ...['devtools-open', 'noise-extension', 'switching-extension', 'laggy-machine'],
]

const everyDriver = () => [...drivers('bots'), ...drivers('people')]

/** @param {string} list where the names stand @param {readonly string[]} names @throws when one is no driver's */
export function checkNames(list, names) {
  const all = everyDriver()
  const unknown = names.filter((name) => !all.includes(name))
  if (unknown.length > 0) throw new Error(`${list}: there is no driver ${unknown.join(', ')}; there are ${all.join(', ')}`)
}

/** Those that `npm test` runs. @throws when a driver was renamed and not its name in the list above: it would run here, too */
export function inEveryTest() {
  checkNames('IN_THE_MATRIX_ONLY', IN_THE_MATRIX_ONLY)
  return everyDriver().filter((name) => !IN_THE_MATRIX_ONLY.includes(name))
}

const namesIn = (text = '') => text.split(',').filter(Boolean)

/** What both runners take. @typedef {{ json?: string, runs?: string, only?: string, 'skip-people'?: boolean }} FleetOptions */

/** The drivers that should run. @param {FleetOptions} options */
export function asked(options) {
  const all = [...drivers('bots'), ...(options['skip-people'] ? [] : drivers('people'))]
  const only = namesIn(options.only)
  return only.length === 0 ? all : all.filter((name) => only.includes(name))
}

/**
 * Reads the command line; a fault in it ends the process with code 2 and the usage.
 *
 * @template {string} More
 * @param {string} usage
 * @param {readonly More[]} more options with a value, besides `--json`, `--runs` and `--only`
 * @returns {FleetOptions & { [name in More]?: string }}
 */
export function readOptions(usage, more) {
  try {
    const text = /** @type {const} */ ({ type: 'string' })
    const own = Object.fromEntries(more.map((name) => [name, text]))
    const { values } = parseArgs({ options: { ...own, json: text, runs: text, only: text, 'skip-people': { type: 'boolean' } } })
    checkOptions(/** @type {FleetOptions} */ (values))
    return /** @type {any} */ (values)
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\nUsage: ${usage}`)
    process.exit(2)
  }
}

const NUMBERS = ['runs', 'people-runs', 'at-once']

/** @param {FleetOptions} options */
function checkOptions(options) {
  for (const name of NUMBERS) {
    const value = /** @type {Readonly<Record<string, unknown>>} */ (options)[name]
    if (value !== undefined && !/^[1-9]\d{0,3}$/.test(String(value))) throw new Error(`--${name} takes a number from 1 to 9999`)
  }
  checkNames('--only', namesIn(options.only))
  if (options.only !== undefined && asked(options).length === 0) throw new Error('--only and --skip-people leave no driver to run')
}
