import { err, ok, type Result } from '../../../../shared/result.js'
import type { Field, FieldRegistry } from '../fields/field.js'
import { nearestName } from '../fields/nearest-name.js'
import { type Fault, MOST_FAULTS, quoted } from '../language/fault.js'
import type { Flag, Group, Name, Syntax } from '../language/syntax.js'
import { checkComparison } from './check-comparison.js'
import type { Test } from './test.js'

/** A check under way: what went wrong so far. */
interface Check {
  readonly fields: FieldRegistry
  readonly faults: Fault[]
}

function fieldOf({ name, at }: Name, { fields }: Check): Result<Field, Fault> {
  const field = fields.get(name)
  if (field) return ok(field)
  const suggestion = nearestName(name, [...fields.keys()])
  const message = `Unknown field ${quoted(name)} in rule expression.`
  return err({ code: 'field-unknown', message, at, ...(suggestion === undefined ? {} : { suggestion }) })
}

function checkFlag({ at }: Flag, { name, type }: Field): Result<Test, Fault> {
  if (type === 'boolean') return ok({ kind: 'flag', field: name })
  return err({ code: 'field-not-boolean', message: `"${name}" cannot stand alone: compare it with a value.`, at })
}

/** @returns undefined where a fault was noted. */
function checkGroup({ kind, terms }: Group, check: Check): Test | undefined {
  const checked = terms.map((term) => checkNode(term, check))
  const sound = checked.filter((term) => term !== undefined)
  return sound.length === checked.length ? { kind, terms: sound } : undefined
}

function checkNode(node: Syntax, check: Check): Test | undefined {
  // Looking for what was meant takes time: after so many faults, the rest waits until these are mended.
  if (check.faults.length >= MOST_FAULTS) return undefined
  if ('terms' in node) return checkGroup(node, check)
  if (node.kind === 'not') {
    const term = checkNode(node.term, check)
    return term && { kind: 'not', term }
  }
  const field = fieldOf(node.field, check)
  const test = !field.ok ? field : node.kind === 'flag' ? checkFlag(node, field.value) : checkComparison(node, field.value)
  if (test.ok) return test.value
  check.faults.push(test.error)
  return undefined
}

/** Gives every name its field, and holds operators and values to its type. What passes cannot fail when it is evaluated. */
export function checkTypes(rule: Syntax, fields: FieldRegistry): Result<Test, readonly Fault[]> {
  const faults: Fault[] = []
  const test = checkNode(rule, { fields, faults })
  return test === undefined ? err(faults) : ok(test)
}
