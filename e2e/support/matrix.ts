import { appendFileSync } from 'node:fs'
import type { Action, Bot, Driver, Hook } from './driver.js'
import type { PostAnswer } from './proxy.js'
import type { Account } from './witness/account.js'
import { recordAttests } from './witness/record-attests.js'

/** One run of one driver, as `npm run e2e -- --json FILE` writes it. */
export interface Row {
  readonly driver: string
  readonly kind: 'bot' | 'person'
  /** Of a bot: where it takes hold. */
  readonly hook?: Hook
  /** What the verdict said that came to the backend with the form; `none`: the form was never answered, or came without a verdict. */
  readonly action: Action | 'none'
  /** Whether the action is one of those expected of this driver. */
  readonly ok: boolean
  /** The whole run, browser start included. */
  readonly ms: number
  /** For the reader of the table only: the backend's reason, the action at load, or what went wrong. */
  readonly note: string
  /** Where the matrix is made. */
  readonly account?: Account | undefined
}

/**
 * Expected of this driver? A form without a verdict is refused whoever sent it, so a refusal for want of one proves nothing: it is what a
 * collector that does not run would earn for every bot.
 */
export function judge(driver: Driver<'bot' | 'person', Action>, post: PostAnswer | undefined): Pick<Row, 'action' | 'ok'> {
  const action = post?.action ?? 'none'
  return { action, ok: action !== 'none' && driver.expected.includes(action) }
}

export function describe(post: PostAnswer | undefined, atLoad: string | undefined): string {
  const backend = post ? `${post.status} ${post.reason}` : 'no answer'
  return atLoad ? `${backend}; at load: ${atLoad}` : backend
}

/** Rows go to the file that `run.mjs` names, a line each, so that a crash later loses none. */
export function noteRow(row: Row): void {
  const { account, ...plain } = row
  const file = process.env.VOUCHSAFE_E2E_ROWS
  if (account) recordAttests(row.driver, row.kind, account)
  // What was known at each verdict is recorded apart, and would be most of the file.
  if (file) appendFileSync(file, `${JSON.stringify(account ? { ...plain, account: { ...account, attests: [] } } : plain)}\n`)
}

/** How often each driver runs. */
export const runs = (): number => Math.max(1, Number(process.env.VOUCHSAFE_E2E_RUNS ?? 1))

/** Those of `drivers` that `--only` names; all when it names none. */
export function chosen<D extends Pick<Bot, 'name'>>(drivers: readonly D[]): readonly D[] {
  const only = (process.env.VOUCHSAFE_E2E_ONLY ?? '').split(',').filter(Boolean)
  return only.length === 0 ? drivers : drivers.filter((driver) => only.includes(driver.name))
}
