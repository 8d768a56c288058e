/** One stretch and what it stands for: an index into a list of values. */
export interface Stretch<K> {
  readonly from: K
  readonly to: K
  readonly value: number
}

/** How keys of one kind follow each other. */
export interface Neighbours<K> {
  readonly after: (key: K) => K
  readonly before: (key: K) => K
}

const byStart = <K extends number | bigint>(a: Stretch<K>, b: Stretch<K>): number => {
  if (a.from !== b.from) return a.from < b.from ? -1 : 1
  return a.to === b.to ? 0 : a.to > b.to ? -1 : 1
}

/** Grows the last stretch where the next continues it. */
function append<K>(flat: Stretch<K>[], next: Stretch<K>, { before }: Neighbours<K>): void {
  const last = flat.at(-1)
  if (last && last.value === next.value && last.to === before(next.from)) flat[flat.length - 1] = { ...last, to: next.to }
  else flat.push(next)
}

/**
 * Stretches that do not overlap, in order, from stretches that may: where two do, the one that starts later (the more specific network)
 * holds, and the wider one goes on behind it. Of two equal ones the later in the list holds. O(n log n).
 */
export function flatten<K extends number | bigint>(stretches: readonly Stretch<K>[], neighbours: Neighbours<K>): readonly Stretch<K>[] {
  const flat: Stretch<K>[] = []
  const open: Stretch<K>[] = []
  let cursor: K | undefined
  const close = (limit: K | undefined) => {
    for (let top = open.at(-1); top && (limit === undefined || top.to < limit); top = open.at(-1)) {
      open.pop()
      if (cursor === undefined || cursor > top.to) continue
      append(flat, { from: cursor, to: top.to, value: top.value }, neighbours)
      cursor = neighbours.after(top.to)
    }
  }
  for (const next of [...stretches].sort(byStart)) {
    close(next.from)
    const under = open.at(-1)
    if (under && cursor !== undefined && cursor < next.from) {
      append(flat, { from: cursor, to: neighbours.before(next.from), value: under.value }, neighbours)
    }
    open.push(next)
    cursor = next.from
  }
  close(undefined)
  return flat
}
