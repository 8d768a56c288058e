import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** @typedef {import('./visit.mjs').Send} Send */

/** What a process of ours has to be told so that nothing of the caller's settings reaches it. */
const clean = () => Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VOUCHSAFE_|PORT$|HOST$)/.test(name)))

/** @param {import('node:child_process').ChildProcess} child @param {NodeJS.Signals} signal */
async function end(child, signal) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill(signal)
  await exited
}

/**
 * The attest-server that was built, in a process of its own: its work is not the page's.
 *
 * @param {string} folder for its data
 */
export async function startServer(folder) {
  const cli = fileURLToPath(new URL('../../dist/cli.mjs', import.meta.url))
  const env = { ...clean(), PORT: '0', VOUCHSAFE_DATA_DIR: folder }
  const child = spawn(process.execPath, [cli, 'serve'], { env, stdio: ['ignore', 'pipe', 'ignore'] })
  let text = ''
  for await (const chunk of child.stdout) {
    text += chunk
    const [, json] = /^listening (\{.*\})$/m.exec(text) ?? []
    if (json) return { url: String(JSON.parse(json).attest), stop: () => end(child, 'SIGTERM') }
  }
  throw new Error(`The attest-server did not start:\n${text}`)
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
  const child = spawn(executable, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] })
  const commands = /** @type {import('node:stream').Writable} */ (child.stdio[3])
  const answers = /** @type {import('node:stream').Readable} */ (child.stdio[4])
  /** @type {Map<number | string, (message: any) => void>} */
  const waiting = new Map()
  let text = ''
  answers.setEncoding('utf8').on('data', (chunk) => {
    const messages = (text + chunk).split('\0')
    text = messages.pop() ?? ''
    for (const message of messages.map((message) => JSON.parse(message))) waiting.get(message.id ?? message.method)?.(message)
  })
  let last = 0
  /** @type {Send} */
  const send = (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      const id = ++last
      waiting.set(id, ({ result, error }) => {
        waiting.delete(id)
        if (error) reject(new Error(`${method}: ${error.message}`))
        else resolve(result)
      })
      commands.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    })
  return {
    send,
    /** @param {string} event @returns {Promise<void>} */
    once: (event) => new Promise((resolve) => waiting.set(event, () => resolve())),
    stop: () => end(child, 'SIGTERM'),
  }
}
