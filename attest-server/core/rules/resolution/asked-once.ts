import { evaluate } from '../compile/evaluate.js'
import type { Test } from '../compile/test.js'
import type { ReadField } from '../fields/field.js'

/** Whether one session passes a test. */
export type Holds = (test: Test) => boolean

/** Asks one session each test at most once: for who resolves it under many policies that share their tests. */
export function askedOnce(read: ReadField): Holds {
  const known = new Map<Test, boolean>()
  return (test) => {
    const held = known.get(test) ?? evaluate(test, read)
    known.set(test, held)
    return held
  }
}
