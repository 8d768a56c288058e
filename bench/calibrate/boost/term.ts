/** The code of an example whose feature is unknown: the term says nothing of it. */
export const UNKNOWN = 0xffff

/** One table of the model. */
export interface Term {
  /** Which bin each example is in. */
  readonly codes: Uint16Array
  /** What each bin weighs: the fit changes it. */
  readonly weights: Float64Array
  /** 1 where weights may only rise from bin to bin, −1 where they may only fall. */
  readonly monotone: -1 | 0 | 1
}

/** @returns how many of the edges are at or below the value. */
function binOf(value: number, edges: readonly number[]): number {
  let bin = 0
  while (bin < edges.length && value >= edges[bin]!) bin++
  return bin
}

/** @param values NaN where unknown */
export function startTerm(values: ArrayLike<number>, edges: readonly number[], monotone: Term['monotone'] = 0): Term {
  const codes = Uint16Array.from(values, (value) => (Number.isNaN(value) ? UNKNOWN : binOf(value, edges)))
  return { codes, weights: new Float64Array(edges.length + 1), monotone }
}
