import type { AddressRange } from '../../../shared/address/address.js'
import { kindWithin } from '../../../shared/address/kind-of.js'
import { parseNetwork } from '../../../shared/address/parse-network.js'
import { err, ok, type Result } from '../../../shared/result.js'

export type PrefixFault = 'not_a_prefix' | 'too_wide' | 'not_public'

/** A /8, and a /19. No crawler has more: who holds as much as this by one line could take in everybody. */
const isTooWide = (range: AddressRange): boolean =>
  range.version === 4 ? range.to - range.from >= 2 ** 24 : range.to - range.from >= 1n << 109n

/** Reads an address or a CIDR of the public internet. What takes in any address that is not public is refused whole. */
export function parsePrefix(text: string): Result<AddressRange, PrefixFault> {
  const range = parseNetwork(text)
  if (!range) return err('not_a_prefix')
  if (isTooWide(range)) return err('too_wide')
  return kindWithin(range) === 'public' ? ok(range) : err('not_public')
}
