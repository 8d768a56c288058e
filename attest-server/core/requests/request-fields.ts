/** The fields of a described request that are headers, by their names in the API (NBP-01). */
export const headerFields = {
  useragent: 'user-agent',
  sec_ch_ua: 'sec-ch-ua',
  sec_ch_ua_mobile: 'sec-ch-ua-mobile',
  acceptlanguage: 'accept-language',
  acceptencoding: 'accept-encoding',
  accept: 'accept',
  xforwardedfor: 'x-forwarded-for',
  xrealip: 'x-real-ip',
  via: 'via',
  dnt: 'dnt',
  pragma: 'pragma',
  cache_control: 'cache-control',
  upgrade_insecure_requests: 'upgrade-insecure-requests',
} as const satisfies Readonly<Record<string, string>>

export type HeaderField = keyof typeof headerFields
export const headerFieldNames = Object.keys(headerFields) as HeaderField[]

/** All fields: those above, the address, the names in their order, and any other header. */
export const requestFieldNames: readonly string[] = [...headerFieldNames, 'ip', 'headerorder', 'extra_headers']

/** What one field may hold, in characters; longer ones are honest only in attacks. */
export const LONGEST_VALUE = 2048
export const MOST_HEADERS = 64
export const LONGEST_ORDER = 4096

/** One fault of one field, in words for whoever wrote the request. */
export interface FieldFault {
  readonly field: string
  readonly message: string
}
