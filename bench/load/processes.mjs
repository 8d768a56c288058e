import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withBundle } from '../../tools/rollup/import-typescript.mjs'
import { startProcess } from '../latency/start-process.mjs'

/** @typedef {import('../latency/requests.mjs').Listening} Listening */
/** @typedef {{ listening: Listening, ask: ReturnType<typeof startProcess>['ask'] }} Server */
/** @typedef {ReturnType<typeof startProcess>} Loader */
/**
 * @typedef {object} Processes
 * @property {Server} server on the embedded store
 * @property {Server} bare
 * @property {Loader} loader
 * @property {(file: string, args?: readonly string[]) => Promise<Server>} startOther a program that serves
 * @property {(kind: 'sqlite' | 'join', settings: Readonly<Record<string, string>>, own?: string) => Promise<Server>} startServer one more server of ours, as `bench/latency/serve.ts` says; `own`: a folder that no other one has
 * @property {() => Promise<Loader>} startLoader more visitors
 * @property {string} folder
 */

/**
 * Behind a proxy that says where visitors come from. The work is less than a page's, or the generator would do nothing else; the server looks at
 * as many hashes for it.
 */
const SETTINGS = { VOUCHSAFE_TRUSTED_PROXIES: '1', VOUCHSAFE_POW_DIFFICULTY: '16', VOUCHSAFE_VERDICT_RECORDS: '999999999' }

const here = (/** @type {string} */ file) => fileURLToPath(new URL(file, import.meta.url))

/**
 * The server on the embedded store, a bare one and the visitors, each in a process of its own.
 *
 * @template T
 * @param {(processes: Processes) => Promise<T>} work
 * @returns {Promise<T>}
 */
export const withProcesses = (work) =>
  withBundle('bench/latency/serve.ts', async (bundle) => {
    const folder = mkdtempSync(join(tmpdir(), 'vouchsafe-load-'))
    /** @type {ReturnType<typeof startProcess>[]} */
    const started = []
    const start = (/** @type {Parameters<typeof startProcess>} */ ...given) => {
      const child = startProcess(...given)
      started.push(child)
      return child
    }
    const serve = async (/** @type {ReturnType<typeof startProcess>} */ child) => ({ listening: await child.hear(), ask: child.ask })
    const startOther = (/** @type {string} */ file, /** @type {readonly string[]} */ args = []) =>
      serve(start(here(file), args, join(folder, 'other.log')))
    const startServer = (/** @type {string} */ kind, settings = {}, own = folder) =>
      serve(start(bundle, [kind, own, JSON.stringify({ ...SETTINGS, ...settings })], join(folder, 'server.log')))
    const startLoader = async () => {
      const loader = start(here('drive.mjs'))
      await loader.hear()
      return loader
    }
    try {
      const server = await startServer('sqlite')
      const bare = await serve(start(bundle, ['bare', folder], join(folder, 'bare.log')))
      return await work({ server, bare, loader: await startLoader(), startOther, startServer, startLoader, folder })
    } finally {
      await Promise.all(started.map((child) => child.stop()))
      rmSync(folder, { recursive: true, force: true })
    }
  })
