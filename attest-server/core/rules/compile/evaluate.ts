import type { FieldValue, ReadField } from '../fields/field.js'
import type { Ordering, Test } from './test.js'

function holdsOrder(operator: Ordering, value: FieldValue, limit: number): boolean {
  if (typeof value !== 'number') return false
  switch (operator) {
    case '<':
      return value < limit
    case '<=':
      return value <= limit
    case '>':
      return value > limit
    case '>=':
      return value >= limit
  }
}

const overlaps = (value: FieldValue, ids: ReadonlySet<unknown>): boolean => Array.isArray(value) && value.some((id) => ids.has(id))
const isIn = (value: FieldValue, values: ReadonlySet<unknown>): boolean => !Array.isArray(value) && values.has(value)

/**
 * Whether a rule matches a session: a walk over at most as many nodes as a rule may have, which stops as soon as the answer is known. It
 * depends on nothing but the values, has no effect and never throws.
 *
 * Logic is of two values. Of what is unknown (null), only `== null` and a list that names null are true, `<` and its like are false, a bare
 * field is false; and `!=`, `not in` and `NOT` say the opposite of what they negate. So `tell.webdriver != true` holds where nobody looked:
 * `holdsWhereUnknown` tells authors.
 */
export function evaluate(test: Test, read: ReadField): boolean {
  switch (test.kind) {
    case 'and':
      for (const term of test.terms) if (!evaluate(term, read)) return false
      return true
    case 'or':
      for (const term of test.terms) if (evaluate(term, read)) return true
      return false
    case 'not':
      return !evaluate(test.term, read)
    case 'flag':
      return read(test.field) === true
    case 'equal':
      return (read(test.field) === test.value) !== test.negated
    case 'order':
      return holdsOrder(test.operator, read(test.field), test.value)
    case 'member':
      return isIn(read(test.field), test.values) !== test.negated
    case 'overlap':
      return overlaps(read(test.field), test.ids) !== test.negated
  }
}
