import type { Feature } from './feature.js'
import { isNotch } from './is-notch.js'
import { startShare } from './statistics/share.js'

const LEAST = 2

/**
 * Share of the notches whose `deltaY` stands in another ratio to the legacy delta than that of the notch before. One wheel on one
 * system has one ratio; injected events carry any `deltaY` beside a legacy ±120.
 */
export const wheelInconsistent = {
  id: 'input.wheel-inconsistent',
  hears: ['wheel'],
  needs: { wheels: LEAST + 1 },
  range: [0, 1],
  start() {
    const inconsistent = startShare(LEAST)
    let last = Number.NaN
    return {
      push(event) {
        if (!isNotch(event)) return
        const ratio = event.deltaY / event.legacyDelta
        if (!Number.isNaN(last)) inconsistent.add(Math.abs(ratio - last) > 0.01 * Math.abs(last))
        last = ratio
      },
      read: inconsistent.read,
    }
  },
} as const satisfies Feature
