/** What came of an example. */
export interface Row {
  readonly example: string
  readonly ok: boolean
  readonly detail: string
  readonly ms: number
  /** What it needs is not on this machine: neither a success nor a failure. */
  readonly skipped?: true
}

export interface Options {
  /** Names, or folders; all but the slow ones where there are none. */
  readonly only: readonly string[]
  /** Those that take long, too. */
  readonly all: boolean
  /** A program that is missing is a failure: where everything was to be installed. */
  readonly strict: boolean
  note?(row: Row): void
}
