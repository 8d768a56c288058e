import type { Row } from './run-attacks.js'

export interface Options {
  /** Names; all where there are none. */
  readonly only: readonly string[]
  readonly tries: number
  note?(row: Row): void
}

export interface Outcome {
  /** How the honest control was judged: all else counts only if it is `accepted`. */
  readonly control: string
  readonly rows: readonly Row[]
}
