export type FieldType = 'number' | 'boolean' | 'string' | 'id-list'

/** What rules may ask about. Names are made of letters, digits, `_`, `-` and dots, and are told apart by case. */
export interface Field {
  readonly name: string
  readonly type: FieldType
  /** Whether it may be unknown. */
  readonly nullable: boolean
  /** For who writes rules: what it says, with its unit. */
  readonly description: string
  /** All strings that it can be, where they are known: another one in a rule is a slip. */
  readonly values?: readonly string[]
  /** What its strings look like: anything else in a rule would never match. */
  readonly shape?: { readonly pattern: RegExp; readonly says: string }
}

/** What a field says of one session; null is *unknown*. */
export type FieldValue = number | boolean | string | null | readonly number[]

/** @returns null for fields that it does not know. */
export type ReadField = (name: string) => FieldValue

/** By name. */
export type FieldRegistry = ReadonlyMap<string, Field>

export const makeFields = (fields: readonly Field[]): FieldRegistry => new Map(fields.map((field) => [field.name, field]))
