import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run.mjs'

/** Licences under which others may be given what we ship, with a notice alone. */
const ALLOWED = ['MIT', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', '0BSD']

/** Copied into the build as a whole, with the notices that its own bundle has. */
const COPIED = ['swagger-ui-dist']

const modules = join(root, 'node_modules')

/** The package that a module is of; undefined: it is ours. @param {string} module a path, of a file or as a map of sources has it */
export const packageOf = (module) => /.*(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(module.replaceAll('\\', '/'))?.[1]

/** Packages of which something is in the bundles of a build, by their maps, and those that are copied. @param {string} folder @returns {readonly string[]} */
export function packagesIn(folder) {
  const maps = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.map'))
  /** @type {string[]} */
  const sources = maps.flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')).sources)
  return named([...sources, ...COPIED.map((name) => `node_modules/${name}/`)])
}

/** The packages of some modules, each once, in order. @param {readonly string[]} paths @returns {readonly string[]} */
export const named = (paths) => [...new Set(paths.flatMap((path) => packageOf(path) ?? []))].sort()

/**
 * The notices of packages, as those who pass their code on have to give them.
 *
 * @param {readonly string[]} names
 * @param {string} [folder] where the packages are
 * @throws {Error} when one has a licence that we have not looked at, or none to show
 */
export function noticesOf(names, folder = modules) {
  const parts = names.map((name) => {
    const { version, license } = JSON.parse(readFileSync(join(folder, name, 'package.json'), 'utf8'))
    if (!ALLOWED.includes(license)) throw new Error(`${name} is under ${license ?? 'no licence'}, which is none of ${ALLOWED.join(', ')}`)
    return [`${name} ${version} (${license})`, ...textsOf(name, join(folder, name))].join('\n\n')
  })
  const line = `\n\n${'-'.repeat(80)}\n\n`
  return `Vouchsafe contains code of others, under these licences.${line}${parts.join(line)}\n`
}

/** Its licence, and its notice where it has one (Apache-2.0, 4 d). @param {string} name @param {string} folder @returns {readonly string[]} */
function textsOf(name, folder) {
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)(\.(md|txt))?$/i.test(file))
  if (!files.some((file) => !/^notice/i.test(file))) throw new Error(`${name} has no licence to show`)
  return files.sort().map((file) => readFileSync(join(folder, file), 'utf8').trim())
}

/** What a build ships beside its bundles. */
export const NOTICES = 'THIRD-PARTY.txt'

/** @param {string} folder of a build @param {string} file of its notices @returns {readonly string[]} a line for each package that is left out there */
export function unnoticed(folder, file = join(folder, NOTICES)) {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  return packagesIn(folder)
    .filter((name) => !text.includes(`\n${name} `))
    .map((name) => `${NOTICES}: ${name} is not in it`)
}
