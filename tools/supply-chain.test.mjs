import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './lib/run.mjs'

/** @param {string} name */
const read = (name) => readFileSync(join(root, name), 'utf8')
const { dependencies, devDependencies } = JSON.parse(read('package.json'))
/** @typedef {{ version?: string, integrity?: string, resolved?: string, link?: boolean, dev?: boolean, hasInstallScript?: boolean }} Locked */
/** @type {[string, Locked][]} */
const locked = Object.entries(JSON.parse(read('package-lock.json')).packages).filter(([place]) => place !== '')

/** @param {readonly [string, Locked]} entry */
const nameOf = ([place]) => place.replace(/^.*node_modules\//, '')

/**
 * Packages that would like to run a script when they are installed. None does: `npm start` and `npm test` install with `--ignore-scripts`. Whoever adds
 * one looks at what the script does, for people who install by hand run it.
 */
const withScripts = {
  '@scarf/scarf': 'of swagger-ui-dist: tells its maker of the installation; switched off in package.json too',
  edgedriver: 'of webdriverio: fetches a driver; the tests bring their own',
  geckodriver: 'of webdriverio: fetches a driver; the tests bring their own',
  workerd: 'optimises how its program is found, and fetches it where npm left it out; the tests start the one that npm brought',
}

/** What ships with the server: each is read before it is taken up, and there are few. */
const shipped = [
  '@hono/node-server',
  '@node-rs/argon2',
  '@opentelemetry/api',
  '@simplewebauthn/server',
  'crawler-user-agents',
  'hono',
  'idb-keyval',
  'ioredis',
  'isbot',
  'jose',
  'libsql',
  'pg',
  'prom-client',
  'zod',
]

describe('the packages', () => {
  it('are asked for by one exact version each', () => {
    const asked = Object.entries({ ...dependencies, ...devDependencies })
    expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)))).toEqual([])
    expect(read('.npmrc')).toContain('save-exact=true')
  })
  it('that ship are the ones that are known', () => {
    expect(Object.keys(dependencies).sort()).toEqual(shipped)
  })
  it('are locked by their content: each by a SHA-512, none by a folder, a repository or an address of its own', () => {
    expect(locked.length).toBeGreaterThan(500)
    expect(locked.filter(([, { integrity = '' }]) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity)).map(nameOf)).toEqual([])
    expect(locked.filter(([, { link, resolved }]) => link === true || resolved !== undefined).map(nameOf)).toEqual([])
  })
  it('are locked at the versions that are asked for', () => {
    const at = new Map(locked.map(([place, { version }]) => [place, version]))
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
      expect([name, at.get(`node_modules/${name}`)]).toEqual([name, version])
  })
  it('with scripts of installation are known, are for development alone, and run none', () => {
    const scripted = locked.filter(([, { hasInstallScript }]) => hasInstallScript === true)
    expect(scripted.map(nameOf).sort()).toEqual(Object.keys(withScripts))
    expect(scripted.filter(([, { dev }]) => dev !== true)).toEqual([])
    expect(read('tools/bootstrap.mjs')).toMatch(/\['ci', [^\]]*'--ignore-scripts'/)
  })
})
