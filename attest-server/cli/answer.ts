import { err, type Result } from '../../shared/result.js'
import { FAILED, MISUSED } from './output.js'

/** What a command has done. */
export interface Outcome {
  /** For `--json`. */
  readonly data: object
  /** The same for people. */
  readonly lines: readonly string[]
  /** What to mind, whoever reads: goes to the other stream. */
  readonly remarks?: readonly string[]
  /** Of what was looked at, something is not as it should be. */
  readonly code?: typeof FAILED
}

/** Why a command did nothing, in words, and the exit code for it. */
export interface Refusal {
  readonly code: typeof FAILED | typeof MISUSED
  readonly faults: readonly string[]
}

export type Answer = Result<Outcome, Refusal>

/** The command was right, but could not be done. */
export const failure = (fault: string) => err<Refusal>({ code: FAILED, faults: [fault] })
/** The command itself was wrong. */
export const misuse = (...faults: readonly string[]) => err<Refusal>({ code: MISUSED, faults })

/** A heading with rows below it, in columns. Rows without a value are left out. */
export function block(heading: string, rows: Readonly<Record<string, string | undefined>>): string[] {
  const present = Object.entries(rows).filter((row): row is [string, string] => row[1] !== undefined)
  const width = Math.max(0, ...present.map(([name]) => name.length))
  return [heading, ...present.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`)]
}
