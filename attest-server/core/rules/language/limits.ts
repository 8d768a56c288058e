/** What a rule may cost: whoever writes one decides what every verdict of the project takes. */
export const limits = {
  /** Of the source, in bytes of UTF-8. */
  bytes: 4096,
  /** Parentheses and `NOT` inside one another. */
  depth: 64,
  /** Comparisons, bare fields, `NOT`, and runs of `AND` or `OR`. */
  nodes: 256,
  /** Values in one list. */
  items: 100,
} as const
