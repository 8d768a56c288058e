import type { Ms } from '../units.js'
import type { Feature } from './feature.js'
import { followStrokes } from './follow-strokes.js'

/** Smoothing of speed (first-order low pass), so that pixels and clock ticks make no peaks. */
const SMOOTHING: Ms = 30
/** A peak is left behind when speed has fallen by this share, and a valley when it has risen as much. */
const TURN = 0.25

/** Peaks of smoothed speed for each second of movement: the submovements of a hand (Meyer et al., Psych. Review 95(3), 1988). */
export const movementSpeedPeaks = {
  id: 'input.movement-speed-peaks',
  hears: ['move', 'down'],
  needs: { moves: 20 },
  range: [0, 50],
  start() {
    let time = 0
    let peaks = 0
    let found = 0
    let smooth = 0
    let extreme = 0
    let rising = true
    const read = () => (time >= 300 ? (peaks / time) * 1000 : Number.NaN)
    return followStrokes(read, {
      step(_dx, _dy, dt, speed) {
        smooth += ((speed - smooth) * dt) / (dt + SMOOTHING)
        if (rising ? smooth > extreme : smooth < extreme) extreme = smooth
        else if (rising ? smooth < extreme * (1 - TURN) : smooth * (1 - TURN) > extreme) {
          if (rising) found++
          rising = !rising
          extreme = smooth
        }
      },
      end(stroke, counts) {
        if (counts) {
          time += stroke.duration
          peaks += found
        }
        found = smooth = extreme = 0
        rising = true
      },
    })
  },
} as const satisfies Feature
