import { createHmac } from 'node:crypto'
import type { Random } from '../core/ids.js'

/**
 * Names under which addresses, networks and sessions are counted: counts may be written to the store, addresses never are. The key is made here and kept
 * nowhere, so that nobody can try addresses out on a copy of the store; such counts begin anew with the process, and are its own.
 */
export function createAddressDigest(random: Random): (address: string) => string {
  const key = random(32)
  // 128 bits. A piece cut off a longer text would be slow to compare, and names are compared with hundreds.
  return (address) => createHmac('sha256', key).update(address).digest().toString('base64url', 0, 16)
}
