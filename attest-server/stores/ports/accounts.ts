import type { EpochSeconds } from '../../../shared/units.js'
import type { Tier } from './api-keys.js'

/** Who owns projects. Its tokens are API keys of kind `account`. */
export interface Account {
  /** `acc_…` */
  readonly id: string
  /** For people. */
  readonly name: string
  /** Slow digest of the address: enough to know it again, not to write to it. */
  readonly emailHash: string
  readonly createdAt: EpochSeconds
  readonly plan: Tier
  /** Dropped then, with its keys, unless it is kept. Of accounts that people make for themselves; the operator's stay. */
  readonly until?: EpochSeconds
}

export interface Accounts {
  /** @returns false when the address has an account, or there are as many as there may be. Of two at once with one address, one is told `true`. */
  create(account: Account): Promise<boolean>
  byId(id: string): Promise<Account | undefined>
  byEmailHash(emailHash: string): Promise<Account | undefined>
  /**
   * Puts the end of an account off, where it has one and that is a day sooner at least: so that not every use writes.
   * @param until for good, where it is undefined
   */
  keep(id: string, until: EpochSeconds | undefined): Promise<void>
  /** Keeps it for good. @returns the account afterwards; undefined when there is none. */
  changePlan(id: string, plan: Tier): Promise<Account | undefined>
  /** Makes a project the account's, and keeps that for good; a project has one owner. @returns false when it has another, or the account has as many as it may. */
  adopt(id: string, projectId: string): Promise<boolean>
  /** Oldest first. */
  projectIds(id: string): Promise<readonly string[]>
}
