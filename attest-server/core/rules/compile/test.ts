export type Scalar = number | string | boolean
export type Ordering = '<' | '<=' | '>' | '>='

/** A test of one field. */
export type Leaf =
  | { readonly kind: 'flag'; readonly field: string }
  | { readonly kind: 'equal'; readonly field: string; readonly value: Scalar | null; readonly negated: boolean }
  | { readonly kind: 'order'; readonly field: string; readonly operator: Ordering; readonly value: number }
  /** Whether a value is in the list. */
  | { readonly kind: 'member'; readonly field: string; readonly values: ReadonlySet<Scalar | null>; readonly negated: boolean }
  /** Whether any id of the field is in the list. */
  | { readonly kind: 'overlap'; readonly field: string; readonly ids: ReadonlySet<Scalar | null>; readonly negated: boolean }

/** A rule with its types checked, in the form that is walked for every verdict. Plain data: nothing in it can be called. */
export type Test = Leaf | { readonly kind: 'and' | 'or'; readonly terms: readonly Test[] } | { readonly kind: 'not'; readonly term: Test }
