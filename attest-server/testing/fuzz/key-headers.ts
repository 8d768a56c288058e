import type { Described } from './api-document.js'
import type { Dice } from './dice.js'
import { FUZZ_ORIGIN } from './make-world.js'
import type { Tenant } from './tenant.js'

type Pairs = readonly (readonly [string, string])[]

export interface Credentials {
  readonly headers: Pairs
  readonly query: Pairs
  /** Whose key it is, where the operation asks for that too. */
  readonly email?: string
}

const inHeader = (name: string, value: string): Credentials => ({ headers: [[name, value]], query: [] })
const asBearer = (key: string): Credentials => inHeader('authorization', `Bearer ${key}`)
const none: Credentials = { headers: [], query: [] }

/** By the tag of the surface: the document says where a key stands, not of which kind it is. */
const byTag: Readonly<Record<string, (tenant: Tenant, dice: Dice) => Credentials>> = {
  attestation: ({ privateKey }) => asBearer(privateKey),
  control: ({ privateKey, accounts }, dice) => asBearer(dice.chance(0.1) ? privateKey : dice.pick(accounts)),
  crawlers: ({ yeb }, dice) => {
    const key = dice.pick(yeb)
    return dice.chance(0.8) ? asBearer(key) : { headers: [], query: [['api_key', key]] }
  },
  'verified bots': ({ privateKey }, dice) => (dice.chance(0.5) ? asBearer(privateKey) : inHeader('x-botect-private-key', privateKey)),
  requests: ({ afk }, dice) => inHeader('x-api-key', dice.pick(afk)),
  outcomes: ({ afk, privateKey }, dice) => (dice.chance(0.8) ? inHeader('x-api-key', dice.pick(afk)) : asBearer(privateKey)),
  behaviour: ({ detlab }, dice) => inHeader('x-api-key', dice.pick(detlab)),
  sessions: ({ privateKey }, dice) => (dice.chance(0.5) ? asBearer(privateKey) : inHeader('x-botect-private-key', privateKey)),
  detectip: ({ live }, dice) => inHeader('x-api-key', dice.pick(live)),
}

/** A key that is good for the operation, where it takes one. */
export function keyHeaders({ operation }: Described, tenant: Tenant, dice: Dice): Credentials {
  const { operationId, tags, security } = operation
  const at = dice.next()
  const signUp = tenant.signUps[Math.floor(at * tenant.signUps.length)]
  if (operationId === 'listBehaviourKeys' && signUp && dice.chance(0.7))
    return { ...inHeader('x-api-key', signUp.key), email: signUp.email }
  if (operationId === 'postEvents')
    return {
      headers: [
        ['x-botect-site-key', tenant.siteKey],
        ['origin', FUZZ_ORIGIN],
      ],
      query: [],
    }
  if (operationId === 'issueChallenge' || operationId === 'attest') return inHeader('origin', FUZZ_ORIGIN)
  if (operationId === 'exportVerifiedBots' && dice.chance(0.5)) return asBearer(dice.pick(tenant.accounts))
  return security.length === 0 ? none : (byTag[tags[0] ?? '']?.(tenant, dice) ?? none)
}
