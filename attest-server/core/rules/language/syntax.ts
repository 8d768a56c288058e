import type { Span } from './fault.js'

export type Literal = number | string | boolean | null

export const operators = ['==', '!=', '<', '<=', '>', '>=', 'in', 'not in'] as const
export type Operator = (typeof operators)[number]

export interface Name {
  readonly name: string
  readonly at: Span
}

export interface LiteralValue {
  readonly kind: 'literal'
  readonly value: Literal
  readonly at: Span
}

export interface ListValue {
  readonly kind: 'list'
  readonly items: readonly LiteralValue[]
  readonly at: Span
}

export interface Group {
  readonly kind: 'and' | 'or'
  /** At least two, none of the group's own kind: `a AND (b AND c)` is one run of three. */
  readonly terms: readonly Syntax[]
  readonly at: Span
}

export interface Negation {
  readonly kind: 'not'
  readonly term: Syntax
  readonly at: Span
}

/** A field that stands alone. */
export interface Flag {
  readonly kind: 'flag'
  readonly field: Name
  readonly at: Span
}

export interface Comparison {
  readonly kind: 'comparison'
  readonly field: Name
  readonly operator: Operator
  readonly operatorAt: Span
  readonly value: LiteralValue | ListValue
  readonly at: Span
}

/** A rule as it was written, before anything is known of its fields. */
export type Syntax = Group | Negation | Flag | Comparison
