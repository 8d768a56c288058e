import type { Category } from '../../../shared/wire/categories.js'

/** An automated client that proved who it is. The one word for it in all surfaces, whatever it was proved by. */
export interface Verified {
  readonly by: 'crawler' | 'agent'
  /** Of a crawler, its vendor's id (`google`); of an agent, its origin or the URL of its keys. */
  readonly id: string
  /** What it is for. */
  readonly category: Category
}

/**
 * Who sent a request, as far as it can be proved. `verified`: somebody who is on one of our lists. `signed`: somebody whose signature holds and whom no list
 * knows; anybody can have keys of their own, so it is a name and no reason to let it pass, unless the site says so. `impostor`: it says to be a crawler, and by
 * the vendor's own method it is not. `unknown`: nothing; people, and most bots.
 */
export type Identity =
  | { readonly state: 'verified'; readonly verified: Verified }
  | { readonly state: 'signed'; readonly agent: string }
  | { readonly state: 'impostor'; readonly claimed: string; readonly category: Category }
  | { readonly state: 'unknown' }
