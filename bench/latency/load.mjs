// A process of its own: asks what it is told to, and tells how long that took.
import { connect } from './connect.mjs'

/**
 * @typedef {object} Load
 * @property {string} url
 * @property {readonly string[]} requests each as it is sent, and once
 * @property {string} expected how each answer begins
 * @property {number} connections
 * @property {number} [every] ms between two requests; without it each connection asks again as soon as it is answered
 * @property {number} [most] ms, after which nothing more is asked
 * @property {readonly string[]} [aside] requests on a connection of their own, one each `asideEvery` ms, whose time does not count
 * @property {number} [asideEvery]
 */

/** @typedef {{ latencies: number[], seconds: number, last: string }} Loaded in ms, in order of size */

const wait = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** @param {Load} load */
async function askAside({ url, aside = [], asideEvery = 50 }, /** @type {() => boolean} */ isOver) {
  if (aside.length === 0) return
  const { ask, close } = await connect(url)
  for (let i = 0; !isOver(); i++) {
    await ask(aside[i % aside.length] ?? '')
    await wait(asideEvery)
  }
  close()
}

/** @param {Load} load @returns {Promise<Loaded>} */
async function run(load) {
  const { url, requests, expected, connections, every, most = Infinity } = load
  const opened = await Promise.all(Array.from({ length: connections }, () => connect(url)))
  /** @type {number[]} */
  const latencies = []
  let next = 0
  let last = ''
  const start = performance.now()
  const oneAfterAnother = async (/** @type {typeof opened[0]} */ { ask, close }) => {
    while (next < requests.length && performance.now() - start < most) {
      const due = every === undefined ? 0 : start + next * every
      const request = requests[next++] ?? ''
      const early = due - performance.now()
      if (early > 0) await wait(early)
      // What waits for a connection waits for the server.
      const begun = every === undefined ? performance.now() : Math.min(performance.now(), due + 1)
      last = await ask(request)
      latencies.push(performance.now() - begun)
      if (!last.startsWith(expected)) throw new Error(last)
    }
    close()
  }
  let isOver = false
  const aside = askAside(load, () => isOver)
  await Promise.all(opened.map(oneAfterAnother))
  const seconds = (performance.now() - start) / 1000
  isOver = true
  await aside
  return { latencies: latencies.sort((a, b) => a - b), seconds, last }
}

process.on('message', (/** @type {Load} */ load) => void run(load).then((loaded) => process.send?.(loaded)))
process.once('disconnect', () => process.exit())
