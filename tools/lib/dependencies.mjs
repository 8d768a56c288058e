import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, link?: boolean }} LockedPackage
 */

/**
 * Why `node_modules` is not what package-lock.json asks for, or undefined when it is.
 *
 * npm itself leaves a copy of the lock in `node_modules` as the last step of an installation; comparing the two sees an
 * installation that was broken off, an older one, and one that was made with `npm install` by hand.
 *
 * @param {string} root
 * @returns {string | undefined}
 */
export function missingDependencies(root) {
  const receipt = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(receipt)) return existsSync(join(root, 'node_modules')) ? 'an installation was broken off' : 'not yet installed'
  const wanted = packages(join(root, 'package-lock.json'))
  const present = packages(receipt)
  for (const [path, want] of wanted) {
    const have = present.get(path)
    if (!have && !isOptional(want)) return `${name(path)} is missing`
    if (have && (have.version !== want.version || have.integrity !== want.integrity)) return `${name(path)} is not ${want.version}`
  }
  for (const path of present.keys()) if (!wanted.has(path)) return `${name(path)} is not in package-lock.json`
  return undefined
}

/**
 * @param {string} path
 * @returns {Map<string, LockedPackage>} by place in the tree, without the repository itself
 */
function packages(path) {
  const { packages } = JSON.parse(readFileSync(path, 'utf8'))
  return new Map(Object.entries(packages).filter(([place]) => place !== ''))
}

/** Binaries for other machines and wishes of other packages: npm leaves them out where they do not fit. @param {LockedPackage} want */
const isOptional = (want) => want.optional === true || want.devOptional === true

const name = (/** @type {string} */ path) => path.replace(/^.*node_modules\//, '')
