import { createChooser } from '../hands/chooser.js'
import { signUpAtDesk } from '../support/desk/desk-visit.js'
import { cdpLayout } from '../support/devtools/cdp-layout.js'
import { withCdpPage } from '../support/devtools/cdp-page.js'
import { cdpPlayer } from '../support/devtools/cdp-player.js'
import { ANSWER_WITHIN, type Bot } from '../support/driver.js'
import { bezier } from '../support/gaits/bezier.js'

/** The bare DevTools protocol with everything that programs do to pass for a hand, and nothing that they are known to do wrong. */
export const rawCdpHuman: Bot = {
  name: 'raw-cdp-human',
  kind: 'bot',
  hook: 'browser',
  expected: ['challenge', 'block'],
  run: (site) =>
    withCdpPage(site, async (page) => {
      await page.open(site.url)
      const atLoad = await page.action(5000)
      const chooser = createChooser(String(process.hrtime.bigint()))
      const desk = { player: cdpPlayer(page), layout: await cdpLayout(page), start: { x: 500, y: 1 } }
      await signUpAtDesk(desk, bezier(chooser), chooser)
      await site.answer(ANSWER_WITHIN)
      return { atLoad }
    }),
}
