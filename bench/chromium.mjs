import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright'

/** Where the tests' set-up notes the browser that it found or installed. */
const NOTES = new URL('../node_modules/.cache/vouchsafe/tools.json', import.meta.url)

/** @returns {string | undefined} */
export function findChromium() {
  const noted = existsSync(NOTES) ? JSON.parse(readFileSync(NOTES, 'utf8')).chromium : undefined
  const onPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'chromium'))
  return [noted, ...onPath].find((path) => path && existsSync(path))
}

/**
 * Runs a script in a worker of a fresh Chromium.
 *
 * @param {string} script posts one message
 * @returns {Promise<any>} the message; undefined where there is no Chromium
 */
export const inWorker = (script) =>
  inChromium(async (browser) => {
    const page = await browser.newPage()
    return page.evaluate(
      (source) =>
        new Promise((resolve, reject) => {
          const worker = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })))
          worker.onmessage = ({ data }) => resolve(data)
          worker.onerror = ({ message }) => reject(new Error(message))
        }),
      script,
    )
  })

/**
 * @template T
 * @param {(browser: import('playwright').Browser) => Promise<T>} work in a fresh Chromium
 * @returns {Promise<T | undefined>} undefined where there is no Chromium
 */
export async function inChromium(work) {
  const executablePath = findChromium()
  if (!executablePath) return undefined
  const args = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic']
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const browser = await chromium.launch({ executablePath, args: [...args, ...root] })
  try {
    return await work(browser)
  } finally {
    await browser.close()
  }
}
