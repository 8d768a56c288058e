import { isLoopback, locate } from './ask.js'
import { choose } from './drivers.js'
import { type Exchange, openGate } from './gate.js'
import type { Ending, Step } from './job.js'
import { textsFor } from './options.js'
import { startRun } from './start-run.js'

/** One bot, and the page on this machine that it is sent to. */
export interface BotRun {
  /** A name of `vouchsafe drill --list`. */
  readonly bot: string
  /** Of the page with the form, on loopback: no proof of ownership is asked for. */
  readonly url: URL
  /** Of the attest-server: with the page, all that the browser can reach. */
  readonly attest: URL
  readonly siteKey: string
}

/** A step of the bot's, or a request of its browser. */
export type Sighted = Step | ({ readonly step: 'asks' } & Exchange)

/**
 * Runs one bot in a process of its own, behind a gate of its own, and tells what it does while it does it. Windows open on a screen that
 * nobody sees, which ends with the process.
 *
 * @param signal ends the run, with all that it has started
 * @returns how it ended; never rejects for what a page or a driver does
 * @throws when there is no bot of that name, or the page is not of this machine
 */
export async function runBot({ bot, url, attest, siteKey }: BotRun, tell: (seen: Sighted) => void, signal: AbortSignal): Promise<Ending> {
  if (!isLoopback(url))
    throw new Error(`${url.origin} is not this machine: a site elsewhere is proved to be yours first, by vouchsafe drill.`)
  choose({ only: [bot], people: false })
  const gate = await openGate(await Promise.all([url, attest].map(locate)), (exchange) => tell({ step: 'asks', ...exchange }))
  try {
    const job = { driver: bot, url: url.href, attest: attest.origin, siteKey, texts: textsFor(), display: 'own', isWatched: true }
    return await startRun(job, { port: gate.port, pins: [] }, { tell, signal })
  } finally {
    await gate.stop()
  }
}
