import { type Chooser, createChooser } from '../../hands/chooser.js'
import { rehearse } from '../../hands/rehearsal.js'
import { sharedLayout } from '../../hands/shared-layout.js'
import { openWindow } from '../../hands/window.js'
import { ANSWER_WITHIN, type Outcome, type Site } from '../driver.js'
import type { Gait } from '../gaits/gait.js'
import { pause } from '../robots/robot.js'
import { signUpAtDesk } from './desk-visit.js'
import { xdotoolPlayer } from './xdotool-player.js'

/**
 * A visit by the desk's own mouse and keys in a stock window: nothing of it can be told from a person but how it moves. Where things are
 * was found out before, in a window that was closed again.
 */
export async function signUpByXdotool(site: Site, gaitOf: (chooser: Chooser) => Gait): Promise<Outcome> {
  const player = xdotoolPlayer(site.display)
  const layout = await sharedLayout('xdotool', () => rehearse(site.display, player, site.url))
  const start = { x: 500, y: 60 }
  await player.play([[0, 'move', start.x, start.y]])
  const window = openWindow(site.display, site.folder, site.url)
  try {
    await pause(6000)
    const chooser = createChooser(String(process.hrtime.bigint()))
    await signUpAtDesk({ player, layout, start }, gaitOf(chooser), chooser)
    await site.answer(ANSWER_WITHIN)
    return {}
  } finally {
    await window.stop()
  }
}
