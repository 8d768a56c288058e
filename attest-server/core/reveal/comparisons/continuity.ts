import type { RevealedSlice } from '../../../../shared/trace/open-commitment.js'
import { type Before, NOTHING_BEFORE } from '../../../../shared/trace/slice.js'
import { foldedIn } from '../../checks/trace/room.js'
import type { Comparison } from './comparison.js'

const isSame = (a: Before, b: Before): boolean => a.age === b.age && a.late === b.late && a.dx === b.dx && a.dy === b.dy

/** @param after how the one before has ended */
const goesOn = ({ slice }: RevealedSlice, after: Before): boolean => isSame(slice.before, after)

/** A trace goes on from each slice to the next, in time and in place. */
export const continuity: readonly Comparison[] = [
  {
    name: 'the first begins with nothing',
    holds: ({ slices }) => slices.every((one) => one.index > 0 || (goesOn(one, NOTHING_BEFORE) && isFirst(one))),
  },
  {
    name: 'neighbours go on from each other',
    // Where slices were forgotten, two that stand side by side may have had another between them.
    holds: ({ slices, leaves }) =>
      foldedIn(leaves) > 0 ||
      slices.every((one, i) => {
        const before = slices[i - 1]
        return before?.index !== one.index - 1 || goesOn(one, before.after)
      }),
  },
]

/** Of the first of all events, nothing says how long after another it came, or how far from it. */
function isFirst({ slice: { samples } }: RevealedSlice): boolean {
  const [first] = samples
  return first?.dt === 0 && first.dx === 0 && first.dy === 0
}
