import type { Timed, Timeline } from './timeline.js'

/**
 * What is left of a movement after a link that passes on a position only each `every` ms, as remote desktops do: the last of each slot, at
 * its end. Buttons and keys pass at once, and the position before them with them.
 */
export function coalesce(timeline: Timeline, every: number): Timeline {
  const passed: Timed[] = []
  let held: Timed | undefined
  const release = (at: number) => {
    if (held) passed.push([at, ...operationOf(held)])
    held = undefined
  }
  const slotEnd = (t: number) => (Math.floor(t / every) + 1) * every
  for (const one of timeline) {
    if (held && slotEnd(held[0]) <= one[0]) release(slotEnd(held[0]))
    if (one[1] === 'move') held = one
    else {
      release(one[0])
      passed.push(one)
    }
  }
  if (held) release(slotEnd(held[0]))
  return passed
}

const operationOf = ([, ...operation]: Timed) => operation
