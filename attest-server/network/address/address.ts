/** An IP address as a number: what tables are searched by. */
export type Address =
  | { readonly version: 4; readonly value: number; readonly text: string }
  | { readonly version: 6; readonly value: bigint; readonly text: string }

/** Both ends belong to it, and `from` ≤ `to`. */
export type AddressRange =
  | { readonly version: 4; readonly from: number; readonly to: number }
  | { readonly version: 6; readonly from: bigint; readonly to: bigint }
