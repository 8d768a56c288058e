import type { Player } from '../../hands/player.js'
import type { Timed, Timeline } from '../../hands/timeline.js'
import { pause } from '../robots/robot.js'
import type { CdpPage } from './cdp-page.js'
import { usKey } from './us-key.js'

/** What one notch of the wheel scrolls here, in px: as the desk's own does. */
export const NOTCH = 120

/** A page that was scrolled stands still after so long: ms. Whoever looks at the screen itself sees when; here nobody looks. */
const SETTLED = 600

/** `modifiers` of the DevTools protocol. */
const SHIFT = 8

/**
 * Plays timelines by `Input.dispatch…`, with all that is known to give such events away put right: whole pixels, the pressure of a mouse
 * button, Shift held for capitals, wheel notches of the usual size. Positions are those of the page, in CSS px.
 */
export function cdpPlayer(page: CdpPage): Player {
  const dispatch = createDispatcher()
  return {
    async play(timeline: Timeline) {
      const start = performance.now()
      const late: number[] = []
      const sent: Promise<unknown>[] = []
      for (const timed of timeline) {
        const wait = timed[0] - (performance.now() - start)
        if (wait > 0) await pause(wait)
        late.push(performance.now() - start - timed[0])
        if (timed[1] === 'watch') await pause(SETTLED)
        // Its answer comes when the page has handled the event; the hand does not wait for that.
        const event = dispatch(timed)
        if (event) sent.push(page.send(...event))
      }
      await Promise.all(sent)
      return late
    },
    stop: async () => undefined,
  }
}

type Command = readonly [method: string, parameters: object]

/** Keeps in mind where the pointer is and what is held down. */
function createDispatcher(): (timed: Timed) => Command | undefined {
  let at = { x: 0, y: 0 }
  let held = false
  let shift = false
  const mouse = (type: string, more: object): Command => ['Input.dispatchMouseEvent', { type, ...at, pointerType: 'mouse', ...more }]
  return ([, operation, what, y]) => {
    switch (operation) {
      case 'move':
        at = { x: Math.round(Number(what)), y: Math.round(Number(y)) }
        return mouse('mouseMoved', held ? { button: 'left', buttons: 1, force: 0.5 } : { button: 'none', buttons: 0 })
      case 'down':
        if (what !== 1) return mouse('mouseWheel', { deltaX: 0, deltaY: what === 5 ? NOTCH : -NOTCH })
        held = true
        return mouse('mousePressed', { button: 'left', buttons: 1, clickCount: 1, force: 0.5 })
      case 'up':
        if (what !== 1) return undefined
        held = false
        return mouse('mouseReleased', { button: 'left', buttons: 0, clickCount: 1 })
      case 'watch':
        return undefined
      default: {
        const down = operation === 'key-down'
        if (what === 'Shift_L') shift = down
        const { text, ...key } = usKey(String(what), shift)
        const type = down ? (text ? 'keyDown' : 'rawKeyDown') : 'keyUp'
        return ['Input.dispatchKeyEvent', { type, ...key, ...(down && text ? { text } : {}), modifiers: shift ? SHIFT : 0 }]
      }
    }
  }
}
