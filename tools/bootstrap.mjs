import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { missingDependencies } from './lib/dependencies.mjs'
import { root, run } from './lib/run.mjs'
import { hashSources } from './lib/sources.mjs'

// Runs before anything is installed: built-in modules only, here and in all that this file imports.

const LEAST_NODE = 20

/** A fault that the reader can mend: its message is all there is to show. */
export class Fault extends Error {}

/** @param {string} [version] as in `process.versions.node` */
export function requireNode(version = process.versions.node) {
  const major = Number(version.split('.')[0])
  if (major < LEAST_NODE)
    throw new Fault(`Vouchsafe needs Node ${LEAST_NODE} or newer; this is Node ${version}. See https://nodejs.org/en/download`)
}

/** Installs what package-lock.json names, when `node_modules` is something else. */
export async function installDependencies() {
  const reason = missingDependencies(root)
  if (!reason) return
  console.log(`Installing packages (${reason}) …`)
  // `--ignore-scripts`: no package here needs its installation scripts, and so none gets to run one.
  const args = ['ci', '--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const { code } = await npm(args)
  if (code === 127) throw new Fault('npm was not found. It comes with Node: https://nodejs.org/en/download')
  if (code !== 0) throw new Fault('The packages could not be installed; npm says why above.')
}

/** Builds `dist/`, when it is missing or was built from other sources. */
export async function buildIfStale() {
  const sources = hashSources(root)
  const stamp = join(root, 'dist', 'build.json')
  if (existsSync(stamp) && JSON.parse(readFileSync(stamp, 'utf8')).sources === sources) return
  console.log('Building, which takes a minute or two …')
  const { code } = await run(process.execPath, [join('tools', 'build.mjs')])
  if (code !== 0) throw new Fault('The build failed; the reason stands above.')
}

/**
 * Runs `main`; a Fault becomes one clear message and exit code 1, anything else is a bug and keeps its stack.
 *
 * @param {() => Promise<number | void>} main returns the exit code
 */
export async function entry(main) {
  try {
    requireNode()
    process.exitCode = (await main()) ?? 0
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}

/** The npm that started us where one did, else the one on the path. @param {readonly string[]} args @param {Parameters<typeof run>[2]} [options] */
export function npm(args, options) {
  const self = process.env.npm_execpath ?? ''
  if (/npm-cli\.c?js$/.test(self)) return run(process.execPath, [self, ...args], options)
  return run('npm', args, options)
}
