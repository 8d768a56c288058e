import type { ChromiumSetup } from '../support/browsers/browser.js'
import { ANSWER_WITHIN, type Site, signUp } from '../support/driver.js'
import { createHands, type Hands } from './hands.js'
import { startPlayer } from './player.js'
import { startScreenReader } from './screen-reader.js'
import { openWindow } from './window.js'

const email = { role: 'entry', name: 'e-mail' } as const
const password = { role: 'password text', name: 'password' } as const
const send = { role: 'push button', name: 'next letter' } as const
const proceed = { role: 'push button', name: 'continue' } as const

/** How words get into the field that has the focus. */
export type Write = (hands: Hands, text: string) => Promise<void>

async function fill(hands: Hands, field: typeof email | typeof password, text: string, write: Write): Promise<void> {
  await hands.focus(field)
  await hands.rest(1200)
  await write(hands, text)
  await hands.rest(1200)
}

const actionOf = async (site: Site, within: number) => (await site.answer(within))?.action

/** Whether a form was let through within 8 s. */
async function isThrough(site: Site): Promise<boolean> {
  for (const end = Date.now() + 8000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 500)))
    if ((await actionOf(site, 0)) === 'allow') return true
  return false
}

/** Whether something asks for a press, which is then given. */
const answers = (hands: Hands): Promise<boolean> =>
  hands.activate(proceed).then(
    () => true,
    () => false,
  )

/**
 * Presses where something asks for a press, two rounds at most, and otherwise writes the password once more and sends that: who is asked as
 * soon as the page is there answers before, who is asked for what they did answers after.
 */
async function pass(hands: Hands, site: Site, write: Write): Promise<boolean> {
  for (let rounds = 0, forms = 0; forms <= 2; ) {
    await hands.rest(4000)
    if (rounds < 2 && (await answers(hands))) rounds++
    else {
      forms++
      await fill(hands, password, signUp.password, write)
      await hands.activate(send)
    }
    if (await isThrough(site)) return true
  }
  return false
}

/** What came of the first form, and whether a form was let through in the end. */
export interface Passage {
  readonly first: string | undefined
  readonly isThrough: boolean
}

/** Signs up without a pointer: names what is to be pressed, which the accessibility bus does, writes the words, and answers where that is asked. */
export async function signUpByName(site: Site, seed: string, { flags = [], ...browser }: ChromiumSetup, write: Write): Promise<Passage> {
  const reader = await startScreenReader(site.folder)
  const player = startPlayer(site.display)
  const hands = createHands(player, { pointer: 'user44', keyboard: 'p36', wheel: 'user9' }, { x: 500, y: 60 }, seed, reader)
  const accessible = { ...browser, flags: [...flags, '--force-renderer-accessibility'] }
  const window = openWindow(site.display, site.folder, site.url, accessible, reader.environment)
  try {
    await site.opened(30_000)
    await hands.rest(5000)
    await fill(hands, email, signUp.email, write)
    await fill(hands, password, signUp.password, write)
    await hands.activate(send)
    const first = await actionOf(site, ANSWER_WITHIN)
    return { first, isThrough: first === 'allow' || (first === 'challenge' && (await pass(hands, site, write))) }
  } finally {
    await window.stop()
    await player.stop()
    await reader.stop()
  }
}
