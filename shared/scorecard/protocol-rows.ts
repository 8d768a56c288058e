import { between, row, where } from './row.js'
import type { Family, Row } from './scorecard.js'
import { FLEET, NEARLY_BY_DEFINITION, SURVEY } from './sources.js'

const MEASURED = `${FLEET}; ${SURVEY}`
/**
 * X11 counts input in whole milliseconds, the DevTools protocol by Chromium's own clock, in tenths. But so does Chromium on Wayland, which drops the
 * compositor's time (its `EventMillisecondsToTimeTicks`, crbug.com/40287874), and Wayland is what most Linux desktops run: a fine clock is one and a half
 * times as frequent among drivers as among people, no more.
 */
const CLOCKS = `${FLEET}; Chromium's source for Wayland`
const WHEELS = `${FLEET}; Chromium's animation_linux.cc; the share of people set by hand`

/**
 * How input came about, not how it went: what a driver's protocol sends, and hardware and window systems do not. Another engine than
 * behaviour, because it stands whatever a hand is like that was copied. Alone it ends in a challenge, at its most: who uses a browser
 * that runs elsewhere sends input this way, too.
 */
export const protocolFamilies = {
  protocol: { engine: 'automation', min: 0, max: 6 },
} as const satisfies Record<string, Family>

const WHOLE = between('tell.whole-milliseconds', 1, 2)
const ANIMATED = between('tell.reduced-motion', 0, 1)

/** Where the window system may count input in whole milliseconds: elsewhere, a finer clock says nothing. */
const inWholeMilliseconds = where(WHOLE)
/** Where the system asks for a notch to be animated; a flag of the browser may still switch that off. */
const animated = where(ANIMATED)
/**
 * The same, where X11 may have counted the input but did not: it came by Wayland, or by a protocol. And where the pointer moved: what moves like a
 * person takes back enough of this for one answer to be enough.
 */
const animatedOffX11 = where(WHOLE, ANIMATED, between('input.clock-step', 0, 1), between('input.glides', 8))

export const protocolRows: readonly Row[] = [
  // Pointer Events 3, §4.1.1.1: a mouse with a button down has 0.5 where the hardware does not say.
  row('input.press-pressureless', 'protocol', [0.5], [0, 4.5], NEARLY_BY_DEFINITION),
  // No more: pens that feel no pressure are sold, and Chromium says 0 of them on Windows.
  row('input.pen-pressureless', 'protocol', [0.5], [0, 1.5], NEARLY_BY_DEFINITION),
  inWholeMilliseconds(row('input.clock-step', 'protocol', [1], [0.4, 0], CLOCKS)),
  // A notch that scrolls at one go: who switched smooth scrolling off in the browser has that, too, hence no more ...
  animated(row('input.wheel-scrolls', 'protocol', [1.15, 1.5], [1.6, 0.3, 0], MEASURED)),
  // ... but who did so and is on Wayland, too, is one in a hundred, we think, and of the drivers it is all. Freely spinning wheels come near 1, not to it.
  animatedOffX11(row('input.wheel-scrolls', 'protocol', [1.02], [3, 0], WHEELS)),
  row('input.wheel-inconsistent', 'protocol', [0.01, 0.3], [0, 0.8, 2], MEASURED),
  row('input.wheel-synthesized', 'protocol', [0.5], [0, 2], NEARLY_BY_DEFINITION),
  row('input.key-shiftless', 'protocol', [0.2, 0.5], [0, 1, 2], MEASURED),
  row('input.key-shift-unflagged', 'protocol', [0.5], [0, 1.5], NEARLY_BY_DEFINITION),
  row('input.key-charless', 'protocol', [0.5], [0, 1], NEARLY_BY_DEFINITION),
  row('input.key-split', 'protocol', [0.5], [0, 1.5], NEARLY_BY_DEFINITION),
  row('input.press-unfocused', 'protocol', [0.5], [0, 1.5], NEARLY_BY_DEFINITION),
  row('input.press-fractional', 'protocol', [0.3, 0.9], [0, 0.3, 0.6], MEASURED),
  row('input.touch-hardwareless', 'protocol', [0.5], [0, 2], NEARLY_BY_DEFINITION),
]
