import type { ApiKeys } from '../../keys/api-keys.js'
import { makeSecretKey } from '../../keys/secret-key.js'
import type { IssuedKind, Stores, Tier } from '../../stores/ports.js'
import type { Tenant, World } from './tenant.js'

export const FUZZ_ORIGIN = 'https://shop.example'

/** Where the keys are kept. */
export interface Issuer {
  readonly stores: Stores
  readonly apiKeys: ApiKeys
  readonly now: number
}

const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length))
/** An owner has a hundred keys at most, and some shall be issued by the run itself. */
const KEYS = { account: 24, detlab: 24, live: 6, yeb: 16, afk: 6 } as const
const TENANTS = 4

async function issue({ apiKeys }: Issuer, owner: string, kind: IssuedKind, tier: Tier, count: number): Promise<string[]> {
  const issued = await Promise.all(Array.from({ length: count }, () => apiKeys.issue(owner, kind, 'fuzz', tier)))
  return issued.map((one) => {
    if (!one.ok) throw new Error(`no key of kind ${kind}: ${one.error}`)
    return one.value.secret
  })
}

async function makeTenant(issuer: Issuer, name: string, account: string, accounts: readonly string[], tier: Tier): Promise<Tenant> {
  const { stores, now } = issuer
  const id = `prj_fuzz${name}`
  const siteKey = `pk_fuzz${name}`.padEnd(25, 'A')
  const { key, stored } = await makeSecretKey(id, random)
  const origins = [FUZZ_ORIGIN, 'loopback']
  await stores.projects.create({ id, name, siteKey, origins, enforce: true, noscript: true, createdAt: now }, stored)
  await stores.accounts.adopt(account, id)
  await stores.settings.enableScoring(id, now)
  const own = (kind: Exclude<keyof typeof KEYS, 'account'>) => issue(issuer, id, kind, tier, KEYS[kind])
  const keys = { detlab: await own('detlab'), live: await own('live'), yeb: await own('yeb'), afk: await own('afk') }
  return { id, siteKey, privateKey: key, accounts, ...keys, pools: new Map(), bodies: new Map(), signUps: [] }
}

async function makeAccount(issuer: Issuer, name: string, plan: Tier): Promise<{ readonly id: string; readonly tokens: readonly string[] }> {
  const id = `acc_fuzz${name}`
  await issuer.stores.accounts.create({ id, name, emailHash: name, createdAt: issuer.now, plan })
  return { id, tokens: await issue(issuer, id, 'account', plan, KEYS.account) }
}

/** Projects of three accounts with many keys of each kind: limits are by key, and shall not answer for all that is behind them. */
export async function makeWorld(issuer: Issuer, files: readonly string[]): Promise<World> {
  const tenant = async (name: string, tier: Tier, owner: Awaited<ReturnType<typeof makeAccount>>) =>
    makeTenant(issuer, name, owner.id, owner.tokens, tier)
  const owner = await makeAccount(issuer, 'owner', 'pro')
  const tenants: Tenant[] = []
  for (let i = 0; i < TENANTS; i++) tenants.push(await tenant(`${i}`, 'pro', owner))
  const foreign = await tenant('foreign', 'pro', await makeAccount(issuer, 'foreign', 'pro'))
  const free = await tenant('free', 'free', await makeAccount(issuer, 'free', 'free'))
  return { tenants, foreign, free, files }
}
