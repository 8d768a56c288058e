import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto'

/** The site's readers: kept in memory, gone with the process. */
export interface Readers {
  /**
   * Makes a reader, or changes nothing where the address has one: whoever knows an address must not choose its password. Says and takes the
   * same either way, so that nobody learns here who reads. (A real site tells the owner of the address by mail, and waits for an answer.)
   */
  add(email: string, password: string): void
  /** Whether this is a reader's password. Takes as long for an address that nobody has. */
  knows(email: string, password: string): boolean
}

/** More than a demo will see; the oldest makes room. */
const CAPACITY = 1000

export const DEMO_READER = { email: 'reader@slowpost.example', password: 'paper-and-ink' } as const

const normalise = (email: string): string => email.trim().toLowerCase()

export function createReaders(): Readers {
  const hashes = new Map<string, { readonly salt: Buffer; readonly hash: Buffer }>()
  const nobody = { salt: randomBytes(16), hash: randomBytes(32) }
  const derive = (password: string, salt: Buffer): Buffer => scryptSync(password.slice(0, 256), salt, 32, { N: 4096 })
  const readers: Readers = {
    add(email, password) {
      const salt = randomBytes(16)
      const reader = { salt, hash: derive(password, salt) }
      if (!hashes.has(normalise(email))) hashes.set(normalise(email), reader)
      // The first is the one that everybody may try.
      const [, oldest] = hashes.keys()
      if (hashes.size > CAPACITY) hashes.delete(oldest!)
    },
    knows(email, password) {
      const { salt, hash } = hashes.get(normalise(email)) ?? nobody
      return timingSafeEqual(derive(password, salt), hash)
    },
  }
  readers.add(DEMO_READER.email, DEMO_READER.password)
  return readers
}
