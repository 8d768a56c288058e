import { compileRule } from '../../../core/rules/compile/compile-rule.js'
import { makeFields } from '../../../core/rules/fields/field.js'
import type { RuleFault } from '../../../core/rules/language/fault.js'
import type { RuleLanguage } from '../../wire/rules.js'

export type { RuleFault }

/** What is wrong with a rule, by the very code that the server compiles it with. An empty one is not wrong yet. */
export function checkRule({ fields }: RuleLanguage): (source: string) => readonly RuleFault[] {
  const known = makeFields(fields)
  return (source) => {
    if (source.trim() === '') return []
    const compiled = compileRule(source, known)
    return compiled.ok ? [] : compiled.error
  }
}
