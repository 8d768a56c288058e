import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startChild } from '../../support/machine/child.js'
import { repoRoot } from '../../support/machine/tools.js'

/** Milliseconds that an installation may take. */
const INSTALL = 120_000

const examples = join(repoRoot, 'docs', 'examples')
/** Beside the packages of the repository: what those have, no example installs. */
const cache = () => join(realpathSync(join(repoRoot, 'node_modules')), '.cache', 'vouchsafe-examples')

/** For what compiles no JSX of packages, and takes for one whatever is among them. Git does not see it. */
export const apart = join(repoRoot, 'test-results', 'examples')

/** All that is left of the last time. */
const kept = 'node_modules'

const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, string> | undefined>

/** Whether the repository has these packages in these versions. */
function areHere(manifest: ReturnType<typeof readJson>): boolean {
  const wanted = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
  return wanted.every(([name, version]) => {
    const file = join(repoRoot, 'node_modules', name, 'package.json')
    return existsSync(file) && String(readJson(file).version) === version
  })
}

/** What was installed last: the packages are still there, where that has not changed. */
async function install(folder: string): Promise<void> {
  const lock = join(folder, 'package-lock.json')
  const isLocked = existsSync(lock)
  const mark = join(folder, kept, '.installed-sha256')
  const hash = createHash('sha256')
    .update(readFileSync(isLocked ? lock : join(folder, 'package.json')))
    .digest('hex')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) return
  const how = isLocked ? ['ci'] : ['install', '--no-package-lock']
  const npm = startChild('npm', [...how, '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'], { cwd: folder })
  const timer = setTimeout(() => void npm.stop(), INSTALL)
  const code = await npm.exit
  clearTimeout(timer)
  if (code !== 0) throw new Error(`npm ${how[0]}: ${npm.output().slice(0, 800)}`)
  writeFileSync(mark, hash)
}

/** Our package as it would be installed: no link, by which it would look for frameworks among the packages of the repository. */
function copyPackage(folder: string): void {
  const dist = join(repoRoot, 'dist')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  cpSync(join(repoRoot, 'package.json'), join(folder, 'package.json'))
  cpSync(dist, join(folder, 'dist'), { recursive: true, filter: (path) => !/^.(docs|demo-site)|\.map$/.test(path.slice(dist.length)) })
}

/**
 * A copy of an example, as a user would make one, with its packages and ours. What the repository has in the very version is taken from there.
 * @param source of the copy, where the name says more than the folder
 * @param place that it is copied into
 * @returns the folder
 */
export async function copyExample(name: string, source = name, place = cache()): Promise<string> {
  const folder = join(place, name)
  mkdirSync(folder, { recursive: true })
  for (const last of readdirSync(folder)) if (last !== kept) rmSync(join(folder, last), { recursive: true, force: true })
  const filter = (path: string) => !path.includes(`${source}/${kept}`)
  cpSync(join(examples, source), folder, { recursive: true, filter })
  const manifest = join(folder, 'package.json')
  if (existsSync(manifest) && !areHere(readJson(manifest))) await install(folder)
  copyPackage(join(folder, kept, 'vouchsafe'))
  return folder
}
