import { fork } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'

/**
 * A process that answers one message after another.
 *
 * @param {string} file
 * @param {readonly string[]} args
 * @param {string} [log] the file that takes what it says
 */
export function startProcess(file, args = [], log) {
  const output = log === undefined ? 'inherit' : openSync(log, 'a')
  const child = fork(file, args, { execArgv: process.execArgv, stdio: ['ignore', output, output, 'ipc'] })
  if (typeof output === 'number') closeSync(output)
  /** @returns {Promise<any>} */
  const hear = () =>
    new Promise((resolve, reject) => {
      const ended = (/** @type {number} */ code) => reject(new Error(`${file} ended (${code})`))
      child.once('exit', ended)
      child.once('message', (message) => {
        child.off('exit', ended)
        resolve(message)
      })
    })
  return {
    hear,
    /** @param {any} message @returns {Promise<any>} what it answers */
    ask(message) {
      const answer = hear()
      child.send(message)
      return answer
    },
    /** Resolves when it has ended. */
    stop: () =>
      new Promise((resolve) => {
        if (!child.connected) return resolve(undefined)
        child.once('exit', resolve)
        child.disconnect()
      }),
  }
}
