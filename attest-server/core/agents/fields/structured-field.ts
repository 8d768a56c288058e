/** The data model of RFC 9651 §3: what a structured field says, apart from how it is written. */

/** What each kind of §3.3 holds. Dates are seconds since 1970. */
interface Values {
  readonly integer: number
  readonly decimal: number
  readonly string: string
  readonly token: string
  readonly bytes: Uint8Array
  readonly boolean: boolean
  readonly date: number
  readonly display: string
}

/** Kinds are named because one JavaScript value could be several: `1` an Integer, a Decimal or a Date. */
export type BareItem = { [K in keyof Values]: { readonly kind: K; readonly value: Values[K] } }[keyof Values]

/** In the order in which they were written. */
export type Parameters = ReadonlyMap<string, BareItem>

export interface Item {
  readonly item: BareItem
  readonly parameters: Parameters
}

export interface InnerList {
  readonly items: readonly Item[]
  readonly parameters: Parameters
}

export type Member = Item | InnerList

export type Dictionary = ReadonlyMap<string, Member>

export const isInnerList = (member: Member): member is InnerList => 'items' in member

/**
 * The value of a parameter where it is of that kind; undefined where it is absent or of another.
 * @example parameterOf(params, 'keyid', 'string')
 */
export function parameterOf<K extends keyof Values>(parameters: Parameters, name: string, kind: K): Values[K] | undefined {
  const found = parameters.get(name)
  return found?.kind === kind ? (found.value as Values[K]) : undefined
}
