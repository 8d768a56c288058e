/** Puts first who comes after `last`, so that where not all can have their turn the next ones have it the next time. */
export function fromAfter(names: readonly string[], last: string): readonly string[] {
  const sorted = [...names].sort()
  return [...sorted.filter((name) => name > last), ...sorted.filter((name) => name <= last)]
}

/**
 * Takes up to `most` from all: an equal share of each, and what some leave of theirs goes to the others. Whoever has little waits for
 * nobody who has much.
 * @param take takes up to so many of one, the oldest. @returns how many there were.
 * @returns who was the last to have a turn; undefined where nobody had anything.
 */
export function takeInTurns(names: readonly string[], most: number, take: (name: string, most: number) => number): string | undefined {
  let left = most
  let last: string | undefined
  let waiting = names
  while (left > 0 && waiting.length > 0) {
    const share = Math.max(1, Math.floor(left / waiting.length))
    waiting = waiting.filter((name) => {
      const wanted = Math.min(share, left)
      const taken = wanted === 0 ? 0 : take(name, wanted)
      if (taken > 0) last = name
      left -= taken
      return taken === wanted
    })
  }
  return last
}
