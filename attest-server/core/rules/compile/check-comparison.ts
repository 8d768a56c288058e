import { err, ok, type Result } from '../../../../shared/result.js'
import type { Field, FieldType } from '../fields/field.js'
import { nearestName } from '../fields/nearest-name.js'
import { type Fault, quoted } from '../language/fault.js'
import type { Comparison, ListValue, Literal, LiteralValue, Operator } from '../language/syntax.js'
import type { Ordering, Scalar, Test } from './test.js'

/** BOT-61 of the contract. */
export const operatorsOf: Readonly<Record<FieldType, readonly Operator[]>> = {
  number: ['==', '!=', '<', '<=', '>', '>='],
  boolean: ['==', '!='],
  string: ['==', '!=', 'in', 'not in'],
  'id-list': ['in', 'not in'],
}

const NAMES: Readonly<Record<FieldType, string>> = {
  number: 'a number',
  boolean: 'a boolean',
  string: 'a string',
  'id-list': 'a list of ids',
}

const shown = (value: Literal): string => (typeof value === 'string' ? quoted(value) : String(value))
const listed = (words: readonly string[]): string => [words.slice(0, -1).join(', '), ...words.slice(-1)].filter(Boolean).join(' or ')

function checkOperator({ operator, operatorAt }: Comparison, { name, type }: Field): Fault | undefined {
  if (operatorsOf[type].includes(operator)) return undefined
  const message = `"${name}" is ${NAMES[type]}: "${operator}" does not apply to it, only ${listed(operatorsOf[type])}.`
  return { code: 'operator-mismatch', message, at: operatorAt }
}

function checkString({ values, shape, name }: Field, value: string, at: LiteralValue['at']): Fault | undefined {
  if (shape && !shape.pattern.test(value)) {
    return { code: 'value-unknown', message: `"${name}" is ${shape.says}: it is never ${quoted(value)}.`, at }
  }
  if (values === undefined || values.includes(value)) return undefined
  const suggestion = nearestName(value, values)
  const hint = suggestion === undefined ? ` It is one of ${listed(values)}.` : ''
  const message = `"${name}" is never ${quoted(value)}.${hint}`
  return { code: 'value-unknown', message, at, ...(suggestion === undefined ? {} : { suggestion }) }
}

function checkLiteral({ value, at }: LiteralValue, field: Field, operator: Operator): Fault | undefined {
  const mismatch = (why: string): Fault => ({ code: 'value-mismatch', message: `"${field.name}" ${why}.`, at })
  if (field.type === 'id-list')
    return Number.isSafeInteger(value) ? undefined : mismatch(`holds whole numbers, and ${shown(value)} is none`)
  if (value === null) return isOrdering(operator) ? mismatch(`cannot be compared with null by "${operator}"`) : undefined
  if (typeof value !== field.type) return mismatch(`is ${NAMES[field.type]}, and ${shown(value)} is none`)
  return typeof value === 'string' ? checkString(field, value, at) : undefined
}

const isOrdering = (operator: Operator): operator is Ordering => operator.startsWith('<') || operator.startsWith('>')

function checkValue({ operator, value }: Comparison, field: Field): Fault | undefined {
  const wantsList = operator === 'in' || operator === 'not in'
  if (wantsList !== (value.kind === 'list')) {
    const message = wantsList ? `"${operator}" needs a list in brackets.` : `"${operator}" compares with one value, not with a list.`
    return { code: 'value-mismatch', message, at: value.at }
  }
  const literals: readonly LiteralValue[] = value.kind === 'list' ? value.items : [value]
  for (const literal of literals) {
    const fault = checkLiteral(literal, field, operator)
    if (fault) return fault
  }
  return undefined
}

function listTest(field: Field, operator: Operator, { items }: ListValue): Test {
  const values: ReadonlySet<Scalar | null> = new Set(items.map(({ value }) => value))
  const negated = operator === 'not in'
  return field.type === 'id-list'
    ? { kind: 'overlap', field: field.name, ids: values, negated }
    : { kind: 'member', field: field.name, values, negated }
}

/** Whether operator and value fit the field's type. */
export function checkComparison(comparison: Comparison, field: Field): Result<Test, Fault> {
  const fault = checkOperator(comparison, field) ?? checkValue(comparison, field)
  if (fault) return err(fault)
  const { operator, value } = comparison
  if (value.kind === 'list') return ok(listTest(field, operator, value))
  if (isOrdering(operator)) return ok({ kind: 'order', field: field.name, operator, value: value.value as number })
  return ok({ kind: 'equal', field: field.name, value: value.value, negated: operator === '!=' })
}
