import { drawDuration } from '../draw-duration.js'
import { drawEasing } from '../easings.js'
import { followCurve } from '../follow-curve.js'
import type { PathKind } from '../path-kind.js'
import { aside, between, distance } from '../plane.js'
import type { Dice } from '../start-dice.js'

const OCTAVES = [1, 2, 4, 8] as const

/** Gradient noise in one dimension (K. Perlin, 1985, with his curve of 2002), some octaves, about −1 to 1. */
function drawNoise({ uniform }: Dice): (at: number) => number {
  const slopes = Array.from({ length: 64 }, () => uniform(-1, 1))
  const one = (at: number) => {
    const [cell, s] = [Math.floor(at), at - Math.floor(at)]
    const slope = (i: number) => slopes[i % slopes.length] ?? 0
    const fade = s ** 3 * (10 - 15 * s + 6 * s * s)
    return (1 - fade) * slope(cell) * s + fade * slope(cell + 1) * (s - 1)
  }
  return (at) => OCTAVES.reduce((sum, octave) => sum + one(at * octave) / octave, 0)
}

/** An eased line with Perlin noise across and along. */
export const perlinDrift: PathKind = {
  id: 'perlin-drift',
  draw(dice, tick) {
    const ease = drawEasing(dice)
    const duration = drawDuration(dice)
    const [waves, size] = [dice.uniform(2, 6), dice.uniform(0.05, 0.4)]
    return (from, to) => {
      const [across, along, way] = [drawNoise(dice), drawNoise(dice), distance(from, to)]
      return followCurve(duration(way), tick, (share) => {
        const hush = Math.sin(Math.PI * share)
        const done = ease(share) + 0.3 * size * hush * along(waves * share)
        return aside(between(from, to, done), from, to, size * way * hush * across(waves * share))
      })
    }
  },
}
