/**
 * What is kept of many numbers: a vector of sums, and nothing else. The vectors of two visits, or of two halves of one, merge by
 * being added (`merge-sums.ts`), and a reading is a pure function of the vector: neither order nor batches can matter.
 */
export interface Statistic {
  /** How many sums it takes. */
  readonly size: number
  /** @param x @param y finite; `y` is 0 for statistics of one variable */
  add(sums: Float64Array, x: number, y: number): void
  /** NaN while too little was added. */
  read(sums: Float64Array): number
}
