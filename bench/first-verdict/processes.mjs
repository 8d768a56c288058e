import { fileURLToPath } from 'node:url'
import { importTypescript } from '../../tools/rollup/import-typescript.mjs'

// The pipe that the fleet's own drivers speak through.
/** @type {typeof import('../../e2e/support/machine/child.js')} */
const { startChild } = await importTypescript('e2e/support/machine/child.ts')
/** @type {typeof import('../../e2e/support/devtools/devtools-pipe.js')} */
const { openDevToolsPipe } = await importTypescript('e2e/support/devtools/devtools-pipe.ts')

/** What a process of ours has to be told so that nothing of the caller's settings reaches it. */
const clean = () => Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VOUCHSAFE_|PORT$|HOST$)/.test(name)))

/**
 * The attest-server that was built, in a process of its own: its work is not the page's.
 *
 * @param {string} folder for its data
 */
export async function startServer(folder) {
  const cli = fileURLToPath(new URL('../../dist/cli.mjs', import.meta.url))
  const env = { ...clean(), PORT: '0', VOUCHSAFE_DATA_DIR: folder }
  const child = startChild(process.execPath, [cli, 'serve'], { env })
  const [, json = ''] = await child.line(/^listening (\{.*\})$/, 20_000)
  return { url: String(JSON.parse(json).attest), stop: () => child.stop() }
}

/**
 * A Chromium that is spoken to by the DevTools protocol over a pipe, with nothing enabled that is not asked for.
 *
 * @param {string} executable
 * @param {string} folder for its profile
 */
export function startBrowser(executable, folder) {
  const quiet = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic']
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const args = ['--headless=new', `--user-data-dir=${folder}`, '--remote-debugging-pipe', ...quiet, ...root, 'about:blank']
  const child = startChild(executable, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] })
  return { ...openDevToolsPipe(child), stop: () => child.stop() }
}
