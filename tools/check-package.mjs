import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root, run } from './lib/run.mjs'
import { NOTICES, unnoticed } from './lib/third-party.mjs'
import { strayFiles } from './package/stray-files.mjs'
import { typeFaults } from './package/type-faults.mjs'

// Packs the package, unpacks it into an empty folder, and uses it there in each of the ways that it promises. No network: what it depends on
// is linked from where it was installed for development.

const folder = mkdtempSync(join(tmpdir(), 'vouchsafe-package-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

/** @param {string} command @param {readonly string[]} args */
async function output(command, args, cwd = folder) {
  const { code, output, stdout } = await run(command, args, { quiet: true, cwd, seconds: 120 })
  if (code !== 0) throw new Error(`${command} ${args.join(' ')}:\n${output}`)
  return stdout
}

/** @returns {Promise<{ tarball: string, files: readonly string[], size: number, unpackedSize: number }>} */
async function pack() {
  const [packed] = JSON.parse(await output('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root))
  const files = packed.files.map((/** @type {{ path: string }} */ { path }) => path)
  return { tarball: join(folder, packed.filename), files, size: packed.size, unpackedSize: packed.unpackedSize }
}

/** @param {string} tarball */
async function install(tarball) {
  const modules = join(folder, 'node_modules')
  mkdirSync(modules)
  await output('tar', ['-xzf', tarball, '-C', modules])
  await output('mv', ['package', 'vouchsafe'], modules)
  const { dependencies } = JSON.parse(readFileSync(join(modules, 'vouchsafe', 'package.json'), 'utf8'))
  // A window for the script tag to run in.
  for (const name of [...Object.keys(dependencies), 'jsdom']) {
    const place = join(modules, name)
    mkdirSync(dirname(place), { recursive: true })
    symlinkSync(join(root, 'node_modules', name), place)
  }
}

/** Each is a program of `tools/package/uses`, which ends well where its way of using the package works. @param {string} name @param {readonly string[]} [flags] */
async function use(name, flags = []) {
  const place = join(folder, name)
  await output('cp', [join(root, 'tools', 'package', 'uses', name), place])
  await output(process.execPath, [...flags, place])
}

/** @type {string[]} */
const faults = []
const attempt = async (/** @type {string} */ what, /** @type {() => Promise<unknown>} */ work) => {
  await work().catch((error) => faults.push(`${what}: ${error.message}`))
}

const { tarball, files, size, unpackedSize } = await pack()
faults.push(...strayFiles(files))
await install(tarball)
// The maps of the dashboard, which say what is in it, are not in the package.
faults.push(...unnoticed(join(root, 'dist'), join(folder, 'node_modules', 'vouchsafe', 'dist', NOTICES)))
await attempt('types', async () => faults.push(...(await typeFaults(tarball))))
await attempt('ESM', () => use('modules.mjs'))
// Node learned to require modules in the middle of version 20: ours must not need it.
await attempt('CommonJS', () => use('require.cjs', ['--no-experimental-require-module']))
await attempt('script tag', () => use('script-tag.cjs'))
await attempt('command line', () => use('command.mjs'))
for (const fault of faults) console.error(fault)
const kilobytes = (/** @type {number} */ bytes) => `${Math.round(bytes / 1000).toLocaleString('en')} kB`
console.log(`${files.length} files, ${kilobytes(size)} packed, ${kilobytes(unpackedSize)} unpacked`)
process.exitCode = faults.length === 0 ? 0 : 1
