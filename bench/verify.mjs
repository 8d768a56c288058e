import { createPublicKey, generateKeyPairSync, verify as verifyRaw } from 'node:crypto'
import { importJWK, jwtVerify, SignJWT } from 'jose'
import { importTypescript } from '../tools/rollup/import-typescript.mjs'
import { median } from './lib/median.mjs'
import { atLeast } from './lib/row.mjs'

const TOKENS = 400
const ROUNDS = 40
/** For the compiler. */
const WARM = 10
/** Of all tokens, by each in its turn: what one leaves behind is cleared up in the time of the next, and shall not count much. */
const PASSES = 5
const PASSES_REPEATED = 20
const ISSUER = 'https://attest.example'
const AUDIENCE = 'pk_AAAAAAAAAAAAAAAAAAAAAA'
const ORIGIN = 'https://shop.example'
const REPEATED = { name: '300,000 a second', value: 300_000 }

/** @param {import('node:crypto').KeyObject} privateKey @param {string} kid @param {number} i */
const issue = (privateKey, kid, i) =>
  new SignJWT({
    ...{
      sub: `sess_${i}`,
      jti: `${i}`.padStart(22, 'A'),
      reference: 'AAAAA-AAAAA',
      eat_nonce: 'A'.repeat(22),
      cnf: { jkt: 'A'.repeat(43) },
    },
    ...{ action: 'allow', score: 0.1, band: 'human', origin: ORIGIN, page_action: 'sign-up', assurance: 'signed', card: '2026-11' },
  })
    .setProtectedHeader({ alg: 'ES256', typ: 'vouchsafe-verdict+jwt', kid })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setIssuedAt()
    .setExpirationTime('10m')
    .sign(privateKey)

/** @param {number} passes @param {() => Promise<unknown>} pass over all tokens @returns {Promise<number>} tokens in a second of processor time */
async function rate(passes, pass) {
  const { user, system } = process.cpuUsage()
  for (let i = 0; i < passes; i++) await pass()
  const spent = process.cpuUsage({ user, system })
  return (1e6 * passes * TOKENS) / (spent.user + spent.system)
}

/**
 * What a backend spends on a verdict: beside the signature alone, which nobody can do without, and beside a library that checks a JWT and knows
 * nothing of verdicts. And on one that it has seen before.
 *
 * @returns {Promise<import('./lib/row.mjs').Row[]>}
 */
export async function benchVerify() {
  // Before the compiler fills the memory: Node 20 stands still for ever where all garbage is collected in the midst of an export of a new key.
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const kid = 'A'.repeat(43)
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid, alg: 'ES256', use: 'sig' }
  /** @type {typeof import('../verify/index.js')} */
  const { createVerifier } = await importTypescript('verify/index.ts')
  const tokens = await Promise.all(Array.from({ length: TOKENS }, (_, i) => issue(privateKey, kid, i)))
  const options = { jwks: { keys: [/** @type {any} */ (jwk)] }, issuer: ISSUER, audience: AUDIENCE, origin: ORIGIN, action: 'sign-up' }
  const known = createVerifier(options)
  const key = await importJWK(/** @type {any} */ (jwk), 'ES256')
  const raw = createPublicKey({ key: /** @type {any} */ (jwk), format: 'jwk' })
  /** @param {import('../verify/index.js').Verifier} verifier @param {string} token */
  const verified = async (verifier, token) => {
    if (!(await verifier.verify(token)).ok) throw new Error('an honest verdict is refused')
  }
  const contestants = {
    // A new one each time: it has seen no token yet.
    ours: async () => {
      const verifier = createVerifier(options)
      for (const token of tokens) await verified(verifier, token)
    },
    raw: async () => {
      for (const token of tokens) {
        const end = token.lastIndexOf('.')
        const signature = Buffer.from(token.slice(end + 1), 'base64url')
        const input = Buffer.from(token.slice(0, end))
        if (!verifyRaw('sha256', input, { key: raw, dsaEncoding: 'ieee-p1363' }, signature)) throw new Error('refused')
      }
    },
    jose: async () => {
      for (const token of tokens) await jwtVerify(token, key, { issuer: ISSUER, audience: AUDIENCE, typ: 'vouchsafe-verdict+jwt' })
    },
    repeated: async () => {
      for (const token of tokens) await verified(known, token)
    },
  }
  /** @type {Record<'ours' | 'raw' | 'jose' | 'repeated', number>[]} */
  const rounds = []
  for (let round = 0; round < ROUNDS; round++) {
    const rates = {
      ours: await rate(PASSES, contestants.ours),
      raw: await rate(PASSES, contestants.raw),
      jose: await rate(PASSES, contestants.jose),
      repeated: await rate(PASSES_REPEATED, contestants.repeated),
    }
    if (round >= WARM) rounds.push(rates)
  }
  /** Of rates of the same moment: on a machine that others share, the best moments of two are different ones. @param {(rates: typeof rounds[number]) => number} of */
  const middle = (of) => median(rounds.map(of))
  const ours = middle((rates) => rates.ours)
  const measured = { name: 'offline verify, a second of one processor', value: ours, unit: '/s' }
  const repeated = { name: 'offline verify of a token that was seen before', value: middle((rates) => rates.repeated), unit: '/s' }
  return [
    atLeast(measured, { name: 'node:crypto, the signature alone', value: ours / middle((rates) => rates.ours / rates.raw) }, 0.9),
    atLeast(measured, { name: "jose's jwtVerify", value: ours / middle((rates) => rates.ours / rates.jose) }, 1.5),
    atLeast(repeated, REPEATED, 1),
  ]
}
