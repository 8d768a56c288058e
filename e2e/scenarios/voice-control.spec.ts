import { createHands, type Hands } from '../hands/hands.js'
import { startPlayer } from '../hands/player.js'
import { missingRecordings } from '../hands/recordings.js'
import { startScreenReader } from '../hands/screen-reader.js'
import { openWindow } from '../hands/window.js'
import { ANSWER_WITHIN, type Site, signUp } from '../support/driver.js'
import { expect, test } from '../support/fixtures.js'
import { MissingError } from '../support/machine/tools.js'

const missing = missingRecordings()
test.skip(missing !== undefined, `People are skipped: ${missing}`)

/** Works by voice alone: names what is to be pressed, which the accessibility bus does, and says the words, which a program types. */
async function speak(site: Site, seed: string, act: (hands: Hands) => Promise<void>): Promise<void> {
  const reader = await startScreenReader(site.folder)
  const player = startPlayer(site.display)
  const hands = createHands(player, { pointer: 'user44', keyboard: 'p36', wheel: 'user9' }, { x: 500, y: 60 }, seed, reader)
  const browser = { engine: 'chromium', flags: ['--force-renderer-accessibility'] } as const
  const window = openWindow(site.display, site.folder, site.url, browser, reader.environment)
  try {
    await site.opened(30_000)
    await hands.rest(5000)
    await act(hands)
  } finally {
    await window.stop()
    await player.stop()
    await reader.stop()
  }
}

const email = { role: 'entry', name: 'e-mail' } as const
const password = { role: 'password text', name: 'password' } as const
const send = { role: 'push button', name: 'next letter' } as const
const proceed = { role: 'push button', name: 'continue' } as const

async function say(hands: Hands, field: typeof email | typeof password, text: string): Promise<void> {
  await hands.focus(field)
  await hands.rest(1200)
  await hands.dictate(text)
  await hands.rest(1200)
}

const actionOf = async (site: Site, within: number) => (await site.answer(within))?.action

/** Whether a form was let through within 15 s. */
async function isThrough(site: Site): Promise<boolean> {
  for (const end = Date.now() + 15_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 500)))
    if ((await actionOf(site, 0)) === 'allow') return true
  return false
}

/** Says the password once more on the page that asks, sends that, and presses where it asks for a press: two rounds at most. */
async function pass(hands: Hands, site: Site): Promise<boolean> {
  await hands.rest(4000)
  await say(hands, password, signUp.password)
  await hands.activate(send)
  for (let round = 1; round <= 2; round++) {
    await hands.rest(4000)
    await hands.activate(proceed)
    if (await isThrough(site)) return true
  }
  return false
}

// What a dictation program types cannot be told from what xdotool types: both are asked. A person can answer, and is let through.
test('who dictates to a program that types is asked at most, and passes by voice', async ({ site }, info) => {
  info.setTimeout(180_000)
  const visit = speak(site, `voice/${info.repeatEachIndex}`, async (hands) => {
    await say(hands, email, signUp.email)
    await say(hands, password, signUp.password)
    await hands.activate(send)
    const first = await actionOf(site, ANSWER_WITHIN)
    expect(['allow', 'challenge']).toContain(first)
    expect(first === 'allow' || (await pass(hands, site)), 'is through').toBe(true)
  })
  await visit.catch((error: unknown) => {
    test.skip(error instanceof MissingError, String(error))
    throw error
  })
})
