import { createHands } from '../hands/hands.js'
import { missingRecordings } from '../hands/recordings.js'
import { replayedBy } from '../hands/replayed-by.js'
import { quickMouse } from '../people/quick-mouse.js'
import { cdpLayout } from '../support/devtools/cdp-layout.js'
import { withCdpPage } from '../support/devtools/cdp-page.js'
import { cdpPlayer } from '../support/devtools/cdp-player.js'
import { ANSWER_WITHIN, type Bot } from '../support/driver.js'
import { MissingError } from '../support/machine/tools.js'

/**
 * A recorded person's visit, replayed through the DevTools protocol. (Through the desk's own mouse it would be that person, for one
 * visit: that is what the people of the matrix are.)
 */
export const replayCdp: Bot = {
  name: 'replay-cdp',
  kind: 'bot',
  hook: 'browser',
  replays: replayedBy(quickMouse.habits),
  expected: ['challenge', 'block'],
  run: (site) => {
    const missing = missingRecordings()
    if (missing) throw new MissingError(missing)
    return withCdpPage(site, async (page) => {
      await page.open(site.url)
      const atLoad = await page.action(5000)
      const hands = createHands(cdpPlayer(page), quickMouse.habits, { x: 500, y: 1 }, String(process.hrtime.bigint()))
      await quickMouse.act(hands, await cdpLayout(page))
      await site.answer(ANSWER_WITHIN)
      return { atLoad }
    })
  },
}
