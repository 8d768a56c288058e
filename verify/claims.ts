import { PAYLOAD } from '../shared/wire/payload.js'
import { type Action, assurances, type Band, type VerdictClaims } from '../shared/wire/verdict.js'

const actions: readonly Action[] = ['allow', 'challenge', 'block']
const bands: readonly Band[] = ['human', 'unclear', 'suspicious', 'automated']

type Test = (value: unknown) => boolean
const text: Test = (value) => typeof value === 'string' && value !== ''
const moment: Test = (value) => typeof value === 'number' && Number.isFinite(value)
const share: Test = (value) => typeof value === 'number' && value >= 0 && value <= 1
const oneOf =
  (list: readonly string[]): Test =>
  (value) =>
    typeof value === 'string' && list.includes(value)
const optional =
  (test: Test): Test =>
  (value) =>
    value === undefined || test(value)
const confirmation: Test = (value) => typeof value === 'object' && value !== null && 'jkt' in value && text(value.jkt)
const proof: Test = (value) =>
  typeof value === 'object' &&
  value !== null &&
  ['by', 'id', 'category'].every((name) => text((value as Readonly<Record<string, unknown>>)[name])) &&
  'detection' in value &&
  moment(value.detection)

/** What each claim must be. A claim without a row passes: an older verifier must not refuse what a newer issuer adds. */
const tests: Readonly<Record<keyof VerdictClaims, Test>> = {
  iss: text,
  aud: text,
  sub: text,
  jti: text,
  reference: text,
  iat: moment,
  exp: moment,
  eat_nonce: text,
  cnf: optional(confirmation),
  action: oneOf(actions),
  score: share,
  band: oneOf(bands),
  origin: text,
  page_action: text,
  assurance: oneOf(assurances),
  card: text,
  verified: optional(proof),
  test: optional((value) => value === true),
  payload: optional((value) => typeof value === 'string' && PAYLOAD.test(value)),
}

const rows = Object.entries(tests)

/** @returns the claims, when each of them is what it must be. Says nothing about whether they are true: that is the signature's part. */
export function readClaims(payload: Readonly<Record<string, unknown>> | undefined): VerdictClaims | undefined {
  if (!payload) return undefined
  const own = (name: string): unknown => (Object.hasOwn(payload, name) ? payload[name] : undefined)
  const sound = rows.every(([name, test]) => test(own(name)))
  return sound ? (payload as unknown as VerdictClaims) : undefined
}
