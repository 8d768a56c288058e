import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { root } from '../lib/run.mjs'

const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
/** Whoever requires one that has only one form is told that there is nothing to require. @param {string} entrypoint */
const isModuleAlone = (entrypoint) => exports[entrypoint]?.require === undefined

/** Scripts for a tag, which nobody imports, and a file of data. */
const NO_MODULES = /^\.\/([\w-]+\.js|package\.json)$/

/**
 * What "Are the types wrong?" finds in a packed package, but for what is meant to be so: resolution as before Node 12, which knows no `exports`.
 *
 * @param {string} tarball
 * @returns {Promise<string[]>}
 */
export async function typeFaults(tarball) {
  const checked = await checkPackage(createPackageFromTarballData(readFileSync(tarball)))
  if (!checked.types) return ['the package has no types']
  return checked.problems.filter(isFault).map(({ kind, ...where }) => `${kind}: ${JSON.stringify(where)}`)
}

/** @param {import('@arethetypeswrong/core').Problem} problem */
function isFault(problem) {
  if (!('entrypoint' in problem)) return true
  if (problem.resolutionKind === 'node10' || NO_MODULES.test(problem.entrypoint)) return false
  return !(problem.kind === 'CJSResolvesToESM' && isModuleAlone(problem.entrypoint))
}
