import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { root } from './run.mjs'

const endWithParent = new URL('./end-with-parent.mjs', import.meta.url).href

/**
 * A server of ours, in a process of its own.
 *
 * @typedef {object} Service
 * @property {string} name
 * @property {Promise<number>} ended its exit code, -1 when a signal ended it
 * @property {AbortSignal} gone aborts when it has ended
 * @property {(seconds: number) => Promise<boolean>} stop asks it to stop; false when it had to be killed
 */

/**
 * Starts it in its own process group: a Ctrl-C reaches us alone, and we tell it once.
 *
 * @param {string} name
 * @param {readonly string[]} args for Node
 * @param {NodeJS.ProcessEnv} env
 * @returns {Service}
 */
export function startService(name, args, env) {
  const child = spawn(process.execPath, ['--import', endWithParent, ...args], {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  if (child.stdout) passOn(child.stdout)
  const gone = new AbortController()
  /** @type {Promise<number>} */
  const ended = new Promise((settle) => {
    // Not `exit`: what it printed last may still be on its way.
    child.once('close', (code) => settle(code ?? -1))
    child.once('error', () => settle(-1))
  })
  void ended.then(() => gone.abort())
  const stop = async (/** @type {number} */ seconds) => {
    let patient = true
    const insist = setTimeout(() => {
      patient = false
      child.kill('SIGKILL')
    }, seconds * 1000)
    child.kill('SIGTERM')
    await ended
    clearTimeout(insist)
    return patient
  }
  return { name, ended, gone: gone.signal, stop }
}

/** Lets us read what it prints, but for where it listens: `npm start` says that for both at once. @param {import('node:stream').Readable} output */
function passOn(output) {
  createInterface({ input: output }).on('line', (line) => {
    if (!line.startsWith('listening {')) console.log(line)
  })
}
