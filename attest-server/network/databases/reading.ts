/** What a database may say of an address, of what it carries. A flag that is not there is unknown, never `false`. */
export const flags = ['datacenter', 'vpn', 'tor', 'proxy', 'residentialProxy', 'relay'] as const
export type Flag = (typeof flags)[number]

export interface Reading extends Readonly<Partial<Record<Flag, boolean>>> {
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country?: string
  /** In English where the database has several languages. */
  readonly city?: string
  readonly asn?: number
  readonly asName?: string
}
