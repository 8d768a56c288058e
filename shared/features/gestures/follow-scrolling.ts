import type { Ms } from '../../units.js'
import type { Wheel } from '../input-event.js'
import type { Emit, Follower, Recent } from './gesture.js'

/** A browser's scroll animation is over by then. */
const ANIMATION: Ms = 500
/** A hand that scrolled (wheel, key, finger, scrollbar, a link that was followed) did so within this time before. */
const HAND: Ms = 500
/** Scrolling that goes on is accounted for by what began it, however long it coasts. */
const COASTING: Ms = 200

/** Notched wheels: browsers report multiples of 120. Trackpads and touch screens report anything. */
const isNotch = ({ deltaY, legacyDelta }: Wheel): boolean => deltaY !== 0 && legacyDelta !== 0 && legacyDelta % 120 === 0

/** Turns the wheel's events and the page's scrolling into wheelings and scrollings. @returns also when the page scrolled last without a hand */
export function followScrolling(emit: Emit, recent: Recent): { follower: Follower; handless: () => Ms } {
  const last = { notch: Number.NaN, ratio: Number.NaN, delta: 0, top: Number.NaN, handless: Number.NaN }
  const is = { fresh: false, handless: false, offset: false }
  return {
    handless: () => last.handless,
    follower: {
      move({ flush }) {
        is.offset = !flush
      },
      wheel(event) {
        const notch = isNotch(event)
        const ratio = event.deltaY / event.legacyDelta
        emit('wheeling', {
          flush: event.flush,
          notch,
          interval: notch ? event.t - last.notch : Number.NaN,
          ratioShift: notch ? Math.abs(ratio - last.ratio) / Math.abs(last.ratio) : Number.NaN,
          reverses: notch && event.deltaY * last.delta < 0,
          offset: is.offset,
        })
        if (!notch) return
        last.notch = event.t
        last.ratio = ratio
        last.delta = event.deltaY
        is.fresh = true
      },
      scroll({ t, top, words }) {
        const dt = t - recent.scroll
        const begins = !(dt <= COASTING)
        const hands = [recent.wheel, recent['key-down'], recent['key-up'], recent.down, recent.up, recent.click]
        if (begins) is.handless = !hands.some((hand) => t - hand <= HAND)
        const notched = t - last.notch <= ANIMATION
        const passed = Math.abs(top - last.top) * words
        emit('scrolling', { notched, fresh: notched && is.fresh, begins, handless: is.handless, words: passed, dt })
        if (notched) is.fresh = false
        if (is.handless) last.handless = t
        last.top = top
      },
    },
  }
}
