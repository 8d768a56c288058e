import { createHash } from 'node:crypto'
import { encodeBase64url } from '../../shared/base64url.js'
import type { EpochSeconds, Seconds } from '../../shared/units.js'
import type { Login, Logins, LoginWay, NewLogin } from '../core/accounts/logins.js'
import type { Caller } from '../core/caller.js'
import type { Random } from '../core/ids.js'
import type { Accounts, Credential, Credentials } from '../stores/ports.js'

const HOUR: Seconds = 3600
/** Silent for this long, a session is over: a night. */
const IDLE: Seconds = 12 * HOUR
/** However busy, it ends then: somebody proves once a week who they are. */
const LONGEST: Seconds = 7 * 24 * HOUR
/** When it was last used is written down so often at most. */
const NOTED: Seconds = 60
const TOKEN_BYTES = 32
/** `s` was given out over TLS and is good in a cookie that other hosts cannot set, `p` on this machine. See `routes/dashboard/cookie.ts`. */
const TOKEN = /^[sp]_[\w-]{43}$/

interface Body {
  readonly by: LoginWay
  readonly createdAt: EpochSeconds
  readonly seenAt: EpochSeconds
  readonly browser: string | null
  /** Of the token or passkey by which somebody came in: the session ends with it. */
  readonly keyId?: string
}

export interface LoginParts {
  readonly credentials: Credentials
  readonly accounts: Pick<Accounts, 'byId'>
  /** Whether an account's token is still good. */
  readonly isGood: (accountId: string, keyId: string) => Promise<boolean>
  /** Whether the server is asked over TLS. */
  readonly isSecure: boolean
  readonly clock: () => EpochSeconds
  readonly random: Random
}

/** Only this is kept of a token: whoever reads the store can use none. 256 random bits need no slow digest. */
const digestOf = (token: string): string => createHash('sha256').update(token).digest('hex')

const bodyOf = ({ body }: Credential): Body => JSON.parse(body) as Body

/** Sessions of the dashboard: a random token in a cookie, and its digest in the store. */
export function createLogins({ credentials, accounts, isGood, isSecure, clock, random }: LoginParts): Logins {
  const endsAt = ({ createdAt, seenAt }: Body): EpochSeconds => Math.min(createdAt + LONGEST, seenAt + IDLE)
  const shown = (credential: Credential): Login => {
    const { by, createdAt, seenAt, browser } = bodyOf(credential)
    return { id: credential.id, accountId: credential.accountId, by, createdAt, seenAt, browser, expiresAt: endsAt(bodyOf(credential)) }
  }

  async function isAlive(credential: Credential): Promise<boolean> {
    const body = bodyOf(credential)
    if (endsAt(body) <= clock()) return false
    if (body.keyId === undefined) return true
    if (body.by === 'passkey') return (await credentials.find('passkey', body.keyId))?.accountId === credential.accountId
    return isGood(credential.accountId, body.keyId)
  }

  /** Of two requests at once one notes it; the other need not. */
  async function note(credential: Credential): Promise<void> {
    const body = bodyOf(credential)
    const now = Math.floor(clock())
    if (now - body.seenAt < NOTED) return
    await credentials.change('session', credential.id, credential.body, JSON.stringify({ ...body, seenAt: now }))
  }

  async function find(token: string): Promise<Credential | undefined> {
    if (!TOKEN.test(token)) return undefined
    const found = await credentials.find('session', digestOf(token))
    if (!found) return undefined
    if (await isAlive(found)) return found
    await credentials.remove(found.accountId, 'session', found.id)
    return undefined
  }

  return {
    async begin({ accountId, by, browser, keyId }: NewLogin) {
      const token = `${isSecure ? 's' : 'p'}_${encodeBase64url(random(TOKEN_BYTES))}`
      const now = Math.floor(clock())
      const body: Body = { by, createdAt: now, seenAt: now, browser, ...(keyId === undefined ? {} : { keyId }) }
      const credential: Credential = { kind: 'session', id: digestOf(token), accountId, body: JSON.stringify(body), until: now + LONGEST }
      await credentials.add(credential)
      return { token, login: shown(credential), lasts: LONGEST }
    },
    async owner(token): Promise<Caller | undefined> {
      const found = await find(token)
      const account = found && (await accounts.byId(found.accountId))
      if (!found || !account) return undefined
      await note(found)
      return { projectId: account.id, keyId: found.id, kind: 'dashboard', tier: account.plan }
    },
    async byId(id) {
      const found = await credentials.find('session', id)
      return found && shown(found)
    },
    async list(accountId) {
      const all = await credentials.list(accountId, 'session')
      const alive = await Promise.all(all.map(isAlive))
      return all
        .filter((_, i) => alive[i])
        .map(shown)
        .sort((a, b) => b.seenAt - a.seenAt)
    },
    end: (accountId, id) => credentials.remove(accountId, 'session', id),
    async endOthers(accountId, id) {
      const all = await credentials.list(accountId, 'session')
      await Promise.all(all.filter((one) => one.id !== id).map((one) => credentials.remove(accountId, 'session', one.id)))
    },
  }
}
