import { err, ok, type Result } from '../../../../shared/result.js'
import type { FieldRegistry } from '../fields/field.js'
import { type Fault, locate, type RuleFaults } from '../language/fault.js'
import { parse } from '../language/parse.js'
import { print } from '../language/print.js'
import { checkTypes } from './check-types.js'
import { type RuleSummary, summarize } from './summarize.js'
import type { Test } from './test.js'

export interface CompiledRule extends RuleSummary {
  /** What `evaluate` walks. */
  readonly test: Test
  /** The rule in canonical form, for people. Keep the source as it was written beside it. */
  readonly printed: string
}

const located = (faults: readonly Fault[], source: string) => faults.map((fault) => locate(fault, source)) as unknown as RuleFaults

/**
 * From source to what verdicts walk; done when a rule is saved, and again when it is loaded. Never throws, and its time is bounded.
 * @param fields that the rule may name
 */
export function compileRule(source: string, fields: FieldRegistry): Result<CompiledRule, RuleFaults> {
  const rule = parse(source)
  if (!rule.ok) return err(located([rule.error], source))
  const test = checkTypes(rule.value, fields)
  if (!test.ok) return err(located(test.error, source))
  return ok({ test: test.value, printed: print(rule.value), ...summarize(test.value, fields) })
}
