import { drawDuration } from '../draw-duration.js'
import { drawEasing } from '../easings.js'
import { followCurve } from '../follow-curve.js'
import type { PathKind } from '../path-kind.js'
import { between, distance } from '../plane.js'

/** `pyautogui.moveTo(x, y, duration, easing)`: straight on, slow at the ends. */
export const lineEased: PathKind = {
  id: 'line-eased',
  draw(dice, tick) {
    const ease = drawEasing(dice)
    const duration = drawDuration(dice)
    return (from, to) => followCurve(duration(distance(from, to)), tick, (share) => between(from, to, ease(share)))
  },
}
