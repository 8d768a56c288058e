import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import type { Stage } from './stage.js'

/** A token that no back end may take, and the words in which it may say why: libraries check in an order of their own. */
interface Refusal {
  readonly what: string
  readonly reasons: readonly string[]
  token(stage: Stage): Promise<string | undefined>
}

const now = () => Math.floor(Date.now() / 1000)

/** Signed by the server's own key, and wrong in one way. */
const wrong = (what: string, reason: string, claims: () => object, header: object = {}): Refusal => ({
  what,
  reasons: [reason],
  token: async ({ attest, ...stage }) => attest.sign(await stage.claims(), { claims: { ...claims() }, header: { ...header } }),
})

const forged = ['signature', 'malformed']

/** By another key, which names itself as the server's, or by a name of its own. */
const byStranger = (what: string, kid: (real: string) => string): Refusal => ({
  what,
  reasons: forged,
  async token({ attest, ...stage }) {
    const real = JSON.parse(Buffer.from((await attest.sign({})).split('.')[0] ?? '', 'base64url').toString()) as { kid: string }
    const { privateKey } = await generateKeyPair('ES256')
    const header = { alg: 'ES256', kid: kid(real.kid), typ: 'vouchsafe-verdict+jwt' }
    return new SignJWT({ ...(await stage.claims()) }).setProtectedHeader(header).sign(privateKey)
  },
})

/** One claim changed after it was signed. */
const tampered: Refusal = {
  what: 'tampered with',
  reasons: forged,
  async token({ attest, ...stage }) {
    const [header, , signature] = (await attest.sign(await stage.claims(), { claims: { action: 'block' } })).split('.')
    const payload = Buffer.from(JSON.stringify({ ...(await stage.claims()), action: 'allow' })).toString('base64url')
    return [header, payload, signature].join('.')
  },
}

const unsigned: Refusal = {
  what: 'alg none',
  reasons: forged,
  token: async (stage) => {
    const [, payload] = new UnsecuredJWT({ ...(await stage.claims()) }).encode().split('.')
    const header = Buffer.from(JSON.stringify({ alg: 'none', typ: 'vouchsafe-verdict+jwt' })).toString('base64url')
    return `${header}.${payload}.`
  },
}

/** The public key taken for a shared secret: what libraries fall for that believe the token's own `alg`. */
const byPublicKey: Refusal = {
  what: 'HS256 by the public key',
  reasons: forged,
  async token({ attest, ...stage }) {
    const { keys } = (await (await fetch(`${attest.server.url}/.well-known/jwks.json`)).json()) as { keys: { kid: string }[] }
    const secret = new TextEncoder().encode(JSON.stringify(keys[0]))
    const header = { alg: 'HS256', kid: keys[0]?.kid ?? '', typ: 'vouchsafe-verdict+jwt' }
    return new SignJWT({ ...(await stage.claims()) }).setProtectedHeader(header).sign(secret)
  },
}

/** What every back end refuses with 403. */
export const refusals: readonly Refusal[] = [
  { what: 'none', reasons: ['missing'], token: async () => undefined },
  { what: 'rubbish', reasons: ['malformed'], token: async () => 'e30.e30.AA' },
  wrong('expired', 'expired', () => ({ iat: now() - 300, exp: now() - 60 })),
  wrong('of the future', 'not-yet-valid', () => ({ iat: now() + 300, exp: now() + 600 })),
  wrong('for another project', 'audience', () => ({ aud: 'pk_AAAAAAAAAAAAAAAAAAAAAA' })),
  wrong('by another server', 'issuer', () => ({ iss: 'https://attest.example' })),
  wrong('from another site', 'origin', () => ({ origin: 'https://evil.example' })),
  wrong('for another form', 'action-mismatch', () => ({ page_action: 'checkout' })),
  wrong('of a test key', 'test-verdict', () => ({ test: true })),
  wrong('with next to nothing seen', 'assurance', () => ({ assurance: 'noscript' })),
  wrong('of another type', 'malformed', () => ({}), { typ: 'vouchsafe-revocations+jwt' }),
  wrong('that blocks', 'block', () => ({ action: 'block', score: 0.9, band: 'automated' })),
  wrong('that challenges', 'challenge', () => ({ action: 'challenge', score: 0.7, band: 'suspicious' })),
  tampered,
  unsigned,
  byPublicKey,
  byStranger('by another key', (kid) => kid),
]

/** By keys that nobody knows, each by another name: what would have a careless verifier fetch the key set each time. */
export const stranger = byStranger('by an unknown key', () => `made-up-${Math.random()}`)
