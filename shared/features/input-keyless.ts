import type { Ms } from '../units.js'
import type { Feature } from './feature.js'
import { startShare } from './statistics/share.js'

/** A key press within this time before the text accounts for it, on a slow page too: an `input` event is stamped when it is made. */
const KEYED: Ms = 250

/**
 * Share of the insertions of text with no key press behind them. Pasted, replaced (autofill, spelling) and composed text
 * does not count; nor does anything unless a mouse was seen and no touch or pen: virtual keyboards press no keys.
 */
export const inputKeyless = {
  id: 'input.input-keyless',
  hears: ['key-down', 'move', 'down', 'input'],
  needs: { inputs: 1 },
  range: [0, 1],
  start() {
    const keyless = startShare()
    let key = Number.NEGATIVE_INFINITY
    let mouse = false
    let otherPointer = false
    return {
      push(event) {
        if (event.kind === 'key-down') key = event.t
        else if (event.kind === 'move' || event.kind === 'down') {
          if (event.pointer === 'mouse') mouse = true
          else otherPointer = true
        } else if (event.kind === 'input' && event.cause === 'insert' && !event.composing) keyless.add(!(event.t - key <= KEYED))
      },
      read: () => (mouse && !otherPointer ? keyless.read() : Number.NaN),
    }
  },
} as const satisfies Feature
