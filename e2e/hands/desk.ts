import type { Browser } from '../support/browsers/browser.js'
import type { Display } from '../support/desk/display.js'
import { startTouchDisplay, type TouchSockets } from '../support/desk/touch-display.js'
import type { Person } from './person.js'
import { type Player, startPlayer } from './player.js'
import { type Layout, rehearse } from './rehearsal.js'
import { sharedLayout } from './shared-layout.js'

/** A screen, what plays on it, and where the sign-up page lies on it. */
export interface Desk {
  /** `:NN` */
  readonly display: string
  readonly player: Player
  /** Rehearsed once for each browser and kind of screen. */
  layoutIn(browser: Browser): Promise<Layout>
}

/** The desks of all people: a plain one, and one with a touch screen that is set up when someone needs it. */
export interface Desks {
  for(person: Person): Promise<Desk>
  stop(): Promise<void>
}

/** @param url the demo's root */
export function openDesks(display: Display, url: string): Desks {
  const stops: (() => Promise<void>)[] = []
  const open = ({ name }: Display, sockets?: TouchSockets): Desk => {
    const player = startPlayer(name, sockets)
    stops.unshift(player.stop)
    const layouts = new Map<string, Promise<Layout>>()
    return {
      display: name,
      player,
      layoutIn(browser) {
        const key = JSON.stringify([sockets ? 'touch' : 'plain', browser])
        const layout = layouts.get(key) ?? sharedLayout(key, () => rehearse(name, player, url, browser))
        layouts.set(key, layout)
        return layout
      },
    }
  }
  const openTouch = async () => {
    const touch = await startTouchDisplay()
    stops.push(touch.stop)
    return open(touch, touch.sockets)
  }
  const plain = once(async () => open(display))
  const touch = once(openTouch)
  return {
    for: ({ habits }) => (habits.touch || habits.trackpad ? touch() : plain()),
    async stop() {
      for (const stop of stops) await stop()
    },
  }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}
