import type { RevealedSlice } from '../../../../shared/trace/open-commitment.js'
import type { Comparison } from './comparison.js'

/**
 * So many different steps: a key that is held down repeats itself, and so do keys that move the pointer and pads that scroll; a hand that goes many ways does not.
 */
const VARIED = 8

/** The slice's steps and waits, where they are varied; undefined where they are not. */
function gaitOf({ slice: { samples } }: RevealedSlice): string | undefined {
  const ways = samples.flatMap(({ kind, dx, dy }) => (kind === 'step' ? [`${dx} ${dy}`] : []))
  if (new Set(ways).size < VARIED) return undefined
  // How long it waited before, and where it stood, may differ in a copy.
  return samples
    .slice(1)
    .map(({ kind, dt, dx, dy }) => `${kind} ${dt} ${dx} ${dy}`)
    .join()
}

/** Nobody moves twice in the same way, to the pixel and to the millisecond. */
export const repetition: readonly Comparison[] = [
  {
    name: 'no slice is another again',
    holds({ slices }) {
      const gaits = slices.flatMap((one) => gaitOf(one) ?? [])
      return new Set(gaits).size === gaits.length
    },
  },
]
