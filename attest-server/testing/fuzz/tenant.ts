import type { Dice } from './dice.js'

/** The last of what was answered under one name: a run shall not remember all that it has seen. */
const MOST_OF_A_NAME = 40

export type PoolName = 'session' | 'verification' | 'request' | 'rule' | 'key' | 'exception' | 'reference' | 'verdict' | 'page'

/** A project, what opens it, and what the server has answered about it. */
export interface Tenant {
  readonly id: string
  siteKey: string
  privateKey: string
  readonly accounts: readonly string[]
  readonly detlab: readonly string[]
  readonly live: readonly string[]
  readonly yeb: readonly string[]
  readonly afk: readonly string[]
  readonly pools: Map<PoolName, string[]>
  /** Bodies that are good once, by the operation that takes them. */
  readonly bodies: Map<string, unknown[]>
  /** Who signed up, and by which key they are known. */
  readonly signUps: { readonly email: string; readonly key: string }[]
}

export interface World {
  /** Of one account, on the tier that allows the most. */
  readonly tenants: readonly Tenant[]
  /** Of another account. */
  readonly foreign: Tenant
  /** Its keys are of the free tier: limits are met with them. */
  readonly free: Tenant
  /** Files that the server hands out, and the names in its documentation's page. */
  readonly files: readonly string[]
}

export function remember(tenant: Tenant, name: PoolName, value: string): void {
  const pool = tenant.pools.get(name) ?? []
  pool.push(value)
  if (pool.length > MOST_OF_A_NAME) pool.shift()
  tenant.pools.set(name, pool)
}

/** One throw, whatever there is: the same request is made again from the same number. */
export function recall(tenant: Tenant, name: PoolName, dice: Dice): string | undefined {
  const at = dice.next()
  const pool = tenant.pools.get(name) ?? []
  return pool[Math.floor(at * pool.length)]
}

export const secretsOf = ({ privateKey, accounts, detlab, live, yeb, afk, signUps }: Tenant): readonly string[] => [
  privateKey,
  ...accounts,
  ...detlab,
  ...live,
  ...yeb,
  ...afk,
  ...signUps.map(({ key }) => key),
]

/** All that must never be answered to anybody but whom it is issued to. */
export const allSecrets = ({ tenants, foreign, free }: World): ReadonlySet<string> =>
  new Set([...tenants, foreign, free].flatMap(secretsOf))
