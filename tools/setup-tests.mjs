import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { entry } from './bootstrap.mjs'
import { program, root, run } from './lib/run.mjs'
import { locate, tools } from './lib/tools.mjs'

/** @typedef {import('./lib/tools.mjs').Tool} Tool */
/** @typedef {Record<string, string>} Found paths of programs that run, by the tool's name */

/** Of the column of names. */
const WIDTH = 2 + Math.max(...tools.map(({ name }) => name.length))

/** Where `e2e` looks for the programs. */
const NOTES = join(root, 'node_modules', '.cache', 'vouchsafe', 'tools.json')

/**
 * Finds or installs what the tests start beside Node; installs only what is missing.
 *
 * @returns {Promise<readonly Tool[]>} what could not be had
 */
export async function setUpTests() {
  let found = await find()
  if (!found.chromium) found = { ...found, ...(await downloadChromium()) }
  if (missing(found).length > 0) {
    await installPackages(missing(found).flatMap((tool) => tool.packages))
    // All of them again: a driver that was just installed may have brought the browser that it fits.
    found = { ...found, ...(await find()) }
  }
  mkdirSync(dirname(NOTES), { recursive: true })
  writeFileSync(NOTES, `${JSON.stringify(found, null, 2)}\n`)
  report(found)
  return missing(found)
}

const missing = (/** @type {Found} */ found) => tools.filter((tool) => !found[tool.name])

/** @returns {Promise<Found>} */
async function find() {
  const pairs = await Promise.all(tools.map(async (tool) => [tool.name, await firstThatRuns(tool, locate(tool, process.env.PATH ?? ''))]))
  return Object.fromEntries(pairs.filter(([, path]) => path))
}

/** @param {Tool} tool @param {readonly string[]} paths */
async function firstThatRuns(tool, paths) {
  for (const path of paths) {
    if (!tool.probe || (await run(path, tool.probe, { quiet: true, seconds: 20 })).code === 0) return path
  }
  return undefined
}

/** Playwright's own Chromium, into Playwright's cache. @returns {Promise<Found>} */
async function downloadChromium() {
  console.log('No Chromium here; asking Playwright for its own …')
  const env = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000', ...process.env }
  const install = [program('playwright'), 'install', '--no-shell', 'chromium']
  const { code } = await run(process.execPath, install, { quiet: true, env, seconds: 240 })
  if (code !== 0) console.log('  It could not be downloaded.')
  const { chromium } = await import('playwright')
  const [tool] = tools.filter(({ name }) => name === 'chromium')
  const path = tool && (await firstThatRuns(tool, [chromium.executablePath()]))
  return path ? { chromium: path } : {}
}

/** With apt-get, as root or through sudo where it asks for no password. @param {readonly string[]} packages */
async function installPackages(packages) {
  const apt = await aptGet()
  if (!apt) return
  console.log(`Installing ${packages.join(', ')} …`)
  const [command = '', ...before] = apt
  const install = (/** @type {readonly string[]} */ names) =>
    run(command, [...before, 'install', '-y', '-q', '--no-install-recommends', ...names], { seconds: 600 })
  await run(command, [...before, 'update', '-q'], { seconds: 120 })
  if ((await install(packages)).code === 0) return
  // One that does not exist here must not keep the others away.
  for (const name of packages) await install([name])
}

/** @returns {Promise<readonly string[] | undefined>} the command, where there is a way to install packages */
async function aptGet() {
  const apt = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get']
  if ((await run('apt-get', ['--version'], { quiet: true })).code !== 0) return undefined
  if (process.getuid?.() === 0) return apt
  const sudo = await run('sudo', ['-n', 'true'], { quiet: true, seconds: 10 })
  return sudo.code === 0 ? ['sudo', '-n', ...apt] : undefined
}

/** @param {Found} found */
function report(found) {
  for (const { name } of tools) if (found[name]) console.log(`  ${name.padEnd(WIDTH)}${found[name]}`)
  const gone = missing(found)
  if (gone.length === 0) return
  console.log('\nNot here, and could not be installed:')
  for (const { name, packages, purpose } of gone)
    console.log(`  ${name.padEnd(WIDTH)}needed for ${purpose}`.padEnd(70), `apt-get install ${packages.join(' ')}`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await entry(async () => void (await setUpTests()))
