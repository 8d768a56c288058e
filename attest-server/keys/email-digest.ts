import { scryptSync } from 'node:crypto'

/** The same for everybody, or an address could not be found again. */
const SALT = 'vouchsafe account'
/** 32 MiB and about 100 ms: whoever has the digests pays that for each address that they guess. */
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 2 ** 20 }

/** What is kept of an account's address: enough to know it again, in any case, and not to write to it. */
export const emailDigest = (email: string): string => scryptSync(email.trim().toLowerCase(), SALT, 32, COST).toString('base64url')
