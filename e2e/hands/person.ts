import type { Browser } from '../support/browsers/browser.js'
import { ANSWER_WITHIN, type Driver, type Site } from '../support/driver.js'
import type { PostAnswer } from '../support/site/proxy.js'
import { createHands, type Habits, type Hands } from './hands.js'
import type { Lateness } from './lateness.js'
import type { Player } from './player.js'
import type { Layout } from './rehearsal.js'
import { startScreenReader } from './screen-reader.js'
import { throttle } from './throttle.js'
import { openWindow, stockChromium } from './window.js'

/** Someone who signs up by hand. Has no way to look into the page: only hands, and where things are. */
export interface Person extends Driver<'person', 'allow'> {
  /** Stock Chromium where it is not named. */
  readonly browser?: Browser
  readonly habits: Habits
  /** Has a screen reader running. */
  readonly screenReader?: boolean
  /** The share of the time that the machine leaves the browser; all of it where it is not named. */
  readonly processorShare?: number
  act(hands: Hands, layout: Layout): Promise<void>
}

export interface Sitting {
  readonly post: PostAnswer | undefined
  readonly lateness: Lateness
}

/** One visit: opens the browser, lets the page load, acts, and waits for what the backend says. */
export async function sit(person: Person, site: Site, player: Player, layout: Layout, seed: string): Promise<Sitting> {
  // Where the pointer was left: in the browser's own bar, after going to the address.
  const start = { x: 500, y: 60 }
  await player.play([[0, 'move', start.x, start.y]])
  const reader = person.screenReader ? await startScreenReader(site.folder) : undefined
  const hands = createHands(player, person.habits, start, seed, reader)
  const window = openWindow(site.display, site.folder, site.url, browserOf(person), reader?.environment)
  let stopLag: (() => void) | undefined
  try {
    await site.opened(30_000)
    stopLag = person.processorShare ? throttle(window, person.processorShare) : undefined
    await hands.rest(2500)
    await person.act(hands, layout)
    return { post: await site.answer(ANSWER_WITHIN), lateness: hands.lateness() }
  } finally {
    stopLag?.()
    await window.stop()
    await reader?.stop()
  }
}

export const browserOf = ({ browser = stockChromium }: Person): Browser => browser
