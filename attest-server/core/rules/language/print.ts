import type { ListValue, LiteralValue, Syntax } from './syntax.js'

/** How tightly each kind binds: what binds less than its surroundings stands in parentheses. */
const BINDS: Readonly<Record<Syntax['kind'], number>> = { or: 0, and: 1, not: 2, flag: 3, comparison: 3 }

/** Numbers and strings as JSON writes them: the shortest number that reads back the same, half surrogate pairs escaped. */
const printValue = (value: LiteralValue | ListValue): string =>
  value.kind === 'list' ? `[${value.items.map(({ value }) => JSON.stringify(value)).join(', ')}]` : JSON.stringify(value.value)

function printInside(term: Syntax, binding: number): string {
  const text = print(term)
  return BINDS[term.kind] < binding ? `(${text})` : text
}

/**
 * The canonical form of a rule: words upper-case, one space around operators, only the parentheses that are needed. It parses to the same
 * rule; where it writes a number out (`1e20`), it may be longer than a source may be.
 */
export function print(rule: Syntax): string {
  switch (rule.kind) {
    case 'or':
    case 'and':
      return rule.terms.map((term) => printInside(term, BINDS[rule.kind])).join(` ${rule.kind.toUpperCase()} `)
    case 'not':
      return `NOT ${printInside(rule.term, BINDS.not)}`
    case 'flag':
      return rule.field.name
    case 'comparison':
      return `${rule.field.name} ${rule.operator.toUpperCase()} ${printValue(rule.value)}`
  }
}
