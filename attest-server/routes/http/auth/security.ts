import type { Caller } from '../../../core/caller.js'

/** Where a key may stand. */
export type Place =
  | { readonly in: 'bearer' }
  | { readonly in: 'header'; readonly name: string }
  | { readonly in: 'query'; readonly name: string }
  | { readonly in: 'body'; readonly name: string }
  /** `begins`: with what its value begins; another counts as none. */
  | { readonly in: 'cookie'; readonly name: string; readonly begins: string }

export interface Security {
  readonly kinds: readonly Caller['kind'][]
  /** In the order of their precedence: the first that holds a key counts, whatever stands in the others. */
  readonly places: readonly Place[]
}

const bearer: Place = { in: 'bearer' }
const apiKey: Place = { in: 'header', name: 'X-API-Key' }

/** Who may call, by name. A name that ends in `?` lets a request without a good key pass, with no caller. */
export const securities = {
  'secret-key': { kinds: ['private'], places: [bearer] },
  'private-key': { kinds: ['private'], places: [bearer, { in: 'header', name: 'X-Botect-Private-Key' }] },
  'site-key': {
    kinds: ['site'],
    places: [
      { in: 'header', name: 'X-Botect-Site-Key' },
      { in: 'body', name: 'site_key' },
    ],
  },
  'account-or-private': { kinds: ['account', 'private'], places: [bearer, { in: 'header', name: 'X-Botect-Private-Key' }] },
  account: { kinds: ['account'], places: [bearer] },
  /** What was given out over TLS stands in a cookie that only this host can set, and is good in no other. */
  dashboard: {
    kinds: ['dashboard'],
    places: [
      { in: 'cookie', name: '__Host-vouchsafe', begins: 's_' },
      { in: 'cookie', name: 'vouchsafe', begins: 'p_' },
    ],
  },
  detlab: { kinds: ['detlab'], places: [apiKey] },
  'detlab?': { kinds: ['detlab'], places: [apiKey] },
  afk: { kinds: ['afk'], places: [apiKey] },
  outcomes: { kinds: ['afk', 'private'], places: [apiKey, bearer] },
  live: { kinds: ['live'], places: [apiKey] },
  yeb: {
    kinds: ['yeb'],
    places: [bearer, { in: 'body', name: 'api_key' }, { in: 'query', name: 'api_key' }],
  },
  'siteverify?': {
    kinds: ['private'],
    places: [
      { in: 'body', name: 'secret' },
      { in: 'query', name: 'secret' },
    ],
  },
} as const satisfies Readonly<Record<string, Security>>

export type SecurityName = keyof typeof securities
