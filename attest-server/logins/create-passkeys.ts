import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { decodeBase64url, encodeBase64url } from '../../shared/base64url.js'
import type { EpochSeconds, Seconds } from '../../shared/units.js'
import type { KnownPasskey, Passkeys } from '../core/accounts/logins.js'
import { makeId, type Random } from '../core/ids.js'
import type { TokenSealer } from '../core/ports.js'
import { type Credential, type Credentials, type ReplayGuard, StoreUnavailable } from '../stores/ports.js'
import { relyingParty } from './relying-party.js'

/** How long somebody may look for their key. */
const LIFE: Seconds = 300
const TYPE = 'vouchsafe-passkey+jwt'

interface Challenge {
  readonly jti: string
  readonly iat: EpochSeconds
  readonly exp: EpochSeconds
  /** Whose passkey is made; left out where somebody comes in. */
  readonly sub?: string
}

interface Body {
  /** base64url, COSE */
  readonly publicKey: string
  /** What the authenticator counted last; 0 of those that do not count. */
  readonly counter: number
  readonly transports: readonly string[]
  readonly name: string
  readonly createdAt: EpochSeconds
  readonly usedAt: EpochSeconds | null
}

export interface PasskeyParts {
  readonly credentials: Credentials
  readonly sealer: TokenSealer
  readonly replays: ReplayGuard
  /** Public address of the server. */
  readonly issuer: string
  readonly clock: () => EpochSeconds
  readonly random: Random
}

const bodyOf = ({ body }: Credential): Body => JSON.parse(body) as Body
const shown = (credential: Credential): KnownPasskey => {
  const { name, createdAt, usedAt } = bodyOf(credential)
  return { id: credential.id, name, createdAt, usedAt }
}

/** Its answers are prose and exceptions, which say nothing that somebody outside should know. That a store is away is no answer. */
async function proved<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error
    return undefined
  }
}

/** Passkeys: WebAuthn level 2 with user verification. A challenge is a sealed token, of which nothing is stored but that it was used. */
export function createPasskeys({ credentials, sealer, replays, issuer, clock, random }: PasskeyParts): Passkeys {
  const { rpID, origins } = relyingParty(issuer)
  const expected = { expectedOrigin: [...origins], expectedRPID: rpID, requireUserVerification: true }

  async function challenge(sub?: string): Promise<string> {
    const now = Math.floor(clock())
    return sealer.seal(TYPE, { jti: makeId(random), iat: now, exp: now + LIFE, ...(sub === undefined ? {} : { sub }) })
  }

  /** Good once, for a few minutes, and for what it was made for. @param encoded as the browser gives it back */
  async function claim(encoded: string, sub?: string): Promise<boolean> {
    const bytes = decodeBase64url(encoded)
    const opened = bytes.ok ? await sealer.open(TYPE, new TextDecoder().decode(bytes.value)) : bytes
    if (!opened.ok) return false
    const { jti, iat, exp, sub: whose } = opened.value as Challenge
    return whose === sub && clock() < exp && replays.claimOnce(`passkey ${jti}`, iat, exp)
  }

  return {
    list: async (accountId) => (await credentials.list(accountId, 'passkey')).map(shown).sort((a, b) => a.createdAt - b.createdAt),
    remove: (accountId, id) => credentials.remove(accountId, 'passkey', id),
    async creation({ id, name }) {
      const known = await credentials.list(id, 'passkey')
      return generateRegistrationOptions({
        rpName: 'Vouchsafe',
        rpID,
        userName: name,
        userID: new TextEncoder().encode(id) as Uint8Array<ArrayBuffer>,
        challenge: await challenge(id),
        timeout: LIFE * 1000,
        excludeCredentials: known.map((one) => ({ id: one.id, transports: [...bodyOf(one).transports] })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      })
    },
    async add(accountId, response, name) {
      const given = response as unknown as Parameters<typeof verifyRegistrationResponse>[0]['response']
      const expectedChallenge = (encoded: string) => claim(encoded, accountId)
      const made = await proved(verifyRegistrationResponse({ response: given, expectedChallenge, ...expected }))
      if (!made?.verified) return 'refused'
      const { id, publicKey, counter, transports = [] } = made.registrationInfo.credential
      const createdAt = Math.floor(clock())
      const body: Body = { publicKey: encodeBase64url(publicKey), counter, transports, name, createdAt, usedAt: null }
      const credential: Credential = { kind: 'passkey', id, accountId, body: JSON.stringify(body) }
      return (await credentials.add(credential)) ? shown(credential) : 'full'
    },
    async request() {
      return generateAuthenticationOptions({ rpID, challenge: await challenge(), timeout: LIFE * 1000, userVerification: 'required' })
    },
    async owner(response) {
      const given = response as unknown as Parameters<typeof verifyAuthenticationResponse>[0]['response']
      const known = await credentials.find('passkey', String(given.id).slice(0, 1400))
      if (!known) return undefined
      const body = bodyOf(known)
      const publicKey = decodeBase64url(body.publicKey)
      if (!publicKey.ok) return undefined
      const credential = { id: known.id, publicKey: publicKey.value as Uint8Array<ArrayBuffer>, counter: body.counter }
      const answer = await proved(
        verifyAuthenticationResponse({ response: given, expectedChallenge: (encoded) => claim(encoded), credential, ...expected }),
      )
      if (!answer?.verified) return undefined
      // Whoever was overtaken by another use of the same key shows a count that is not the last.
      const next: Body = { ...body, counter: answer.authenticationInfo.newCounter, usedAt: Math.floor(clock()) }
      return (await credentials.change('passkey', known.id, known.body, JSON.stringify(next))) ? known.accountId : undefined
    },
  }
}
