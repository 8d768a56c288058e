import { get } from 'node:http'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** @param {string} host @returns {string} where this machine reaches what listens there */
const reachable = (host) => (host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host)

/** @param {string} host @param {string} port */
export const addressOf = (host, port) => `http://${reachable(host)}:${port}`

export const isPort = (/** @type {string} */ value) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535

/**
 * Asks for a port as a server would, and gives it back.
 *
 * @param {string} host
 * @param {number} port 0: one that is free
 * @returns {Promise<{ port: number } | { fault: string }>}
 */
export function claimPort(host, port) {
  return new Promise((settle) => {
    const server = createServer()
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => settle({ fault: error.code ?? error.message }))
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address()
      server.close(() => settle({ port: typeof address === 'object' && address ? address.port : port }))
    })
  })
}

/**
 * Waits until a GET is answered with 200.
 *
 * @param {string} url
 * @param {{ seconds: number, vain: () => boolean }} options `vain`: whether there is nothing left to wait for
 * @returns {Promise<boolean>} false when it was in vain or took too long
 */
export async function answers(url, { seconds, vain }) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end && !vain(); await pause(40)) {
    if ((await status(url)) === 200) return true
  }
  return false
}

/** Over a connection of its own: one that is kept alive would hold up the server when it is to stop. @param {string} url */
function status(url) {
  return new Promise((settle) => {
    if (!URL.canParse(url)) return settle(undefined)
    const request = get(url, { agent: false, timeout: 2000 }, (response) => {
      response.resume()
      settle(response.statusCode)
    })
    request.on('timeout', () => request.destroy())
    request.on('error', () => settle(undefined))
  })
}
