/**
 * Chromium makes a key's `keydown` and `keypress` at one time, and flags Shift in its own press. Firefox does neither (seen with 140 on
 * Linux, with real input), so what says something in one says nothing in the other.
 */
export const isChromium = (): boolean => 'chrome' in window
