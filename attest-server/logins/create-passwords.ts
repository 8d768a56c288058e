import { createTurnstile } from '../keys/turnstile.js'
import type { Passwords } from '../routes/dashboard/deps.js'
import type { Credentials } from '../stores/ports.js'

/** argon2id, native where it can be. */
export interface SlowHash {
  hash(text: string): Promise<string>
  verify(hash: string, text: string): Promise<boolean>
}

/** The same letters have several spellings in Unicode: they count as one. */
const normal = (password: string): string => password.normalize('NFKC')

/** Passwords of accounts. Each proof takes 19 MiB and some 20 ms, so that few are made at once. */
export function createPasswords(credentials: Credentials, { hash, verify }: SlowHash): Passwords {
  const takeTurn = createTurnstile()
  let nobodys: Promise<string> | undefined
  return {
    has: async (accountId) => (await credentials.find('password', accountId)) !== undefined,
    async isRight(accountId, password) {
      const known = accountId === undefined ? undefined : await credentials.find('password', accountId)
      // Where there is none the same work is done, so that the time tells nobody who has an account.
      nobodys ??= hash('nobody has this password')
      const isProved = await takeTurn(async () => verify(known?.body ?? (await nobodys!), normal(password)))
      return isProved && known !== undefined
    },
    async set(accountId, password) {
      const body = await takeTurn(() => hash(normal(password)))
      const known = await credentials.find('password', accountId)
      if (known) await credentials.change('password', accountId, known.body, body)
      else await credentials.add({ kind: 'password', id: accountId, accountId, body })
    },
  }
}
