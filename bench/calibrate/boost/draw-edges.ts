/** Two significant digits: an edge is to be read, and to be short in the bundle. */
const short = (value: number): number => Number(value.toPrecision(2))

function quantiles(pairs: readonly (readonly [value: number, mass: number])[], parts: number): number[] {
  const sorted = [...pairs].sort(([a], [b]) => a - b)
  const total = sorted.reduce((sum, [, mass]) => sum + mass, 0)
  const edges: number[] = []
  let seen = 0
  for (const [value, mass] of sorted) {
    seen += mass
    while (edges.length < parts - 1 && seen > ((edges.length + 1) * total) / parts) edges.push(value)
  }
  return edges
}

/**
 * Where a feature's bins end: at the quantiles of the people and at those of the bots, so that either side is seen finely where it is.
 *
 * @param values NaN where unknown
 * @param parts bins for each side, before those that are the same fall together
 */
export function drawEdges(values: ArrayLike<number>, labels: Uint8Array, masses: Float64Array, parts: number): number[] {
  const edges = [0, 1].flatMap((side) => {
    const pairs = Array.from(values, (value, i) => [value, labels[i] === side && !Number.isNaN(value) ? masses[i]! : 0] as const)
    return quantiles(
      pairs.filter(([, mass]) => mass > 0),
      parts,
    )
  })
  return [...new Set(edges.map(short))].sort((a, b) => a - b)
}
