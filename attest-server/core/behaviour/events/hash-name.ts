import type { NameHash } from './posted-event.js'

/** Longer names are cut: a page's own are short. */
const LONGEST = 256

/** FNV-1a, 32 bits (Fowler, Noll, Vo): tells names apart and forgets them. No secret: two names that meet make one hover more, no more. */
export function hashName(name: string): NameHash {
  let hash = 0x811c9dc5
  for (let i = 0; i < Math.min(LONGEST, name.length); i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193)
  return hash >>> 0
}
