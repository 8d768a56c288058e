/** Where a command speaks: results on one stream, remarks and logs on the other. */
export interface Output {
  out(line: string): void
  err(line: string): void
}

/** Exit codes: what was asked for was done · it could not be done · it was asked for wrongly. */
export const DONE = 0
export const FAILED = 1
export const MISUSED = 2
