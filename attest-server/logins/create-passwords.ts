import type { Passwords } from '../core/accounts/logins.js'
import { createTurnstile } from '../keys/turnstile.js'
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
  /** One that could not be made is made anew. */
  const hashOfNobody = (): Promise<string> => {
    nobodys ??= hash('nobody has this password').catch((error) => {
      nobodys = undefined
      throw error
    })
    return nobodys
  }
  return {
    kept: async (accountId) => (await credentials.find('password', accountId))?.body,
    async isRight(accountId, password) {
      const known = accountId === undefined ? undefined : await credentials.find('password', accountId)
      // Where there is none the same work is done, so that the time tells nobody who has an account.
      const isProved = await takeTurn(async () => {
        const nobody = await hashOfNobody()
        return verify(known?.body ?? nobody, normal(password))
      })
      return isProved && known !== undefined
    },
    async set(accountId, password) {
      const body = await takeTurn(() => hash(normal(password)))
      const known = await credentials.find('password', accountId)
      if (known) return credentials.change('password', accountId, known.body, body)
      return credentials.add({ kind: 'password', id: accountId, accountId, body })
    },
  }
}
