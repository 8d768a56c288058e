/** An IP address, read: a number, by which tables are searched, and the one way in which it is written (RFC 5952 for IPv6). */
export type Address =
  | { readonly version: 4; readonly value: number; readonly text: string }
  | { readonly version: 6; readonly value: bigint; readonly text: string }

/** Both ends belong to it, and `from` ≤ `to`. */
export type AddressRange =
  | { readonly version: 4; readonly from: number; readonly to: number }
  | { readonly version: 6; readonly from: bigint; readonly to: bigint }
