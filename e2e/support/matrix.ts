import { appendFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import type { TestInfo } from 'playwright/test'
import type { Action, Bot, Driver, Hook, Replayed } from './driver.js'
import type { PostAnswer } from './site/proxy.js'
import type { Account } from './witness/account.js'
import { recordAttests } from './witness/record-attests.js'

/** One run of one driver, as `npm run e2e -- --json FILE` writes it. */
export interface Row {
  readonly driver: string
  readonly kind: 'bot' | 'person'
  /** 1 for a driver's first. */
  readonly run: number
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

/**
 * Rows go to the file that `run.mjs` names, a line each, so that a crash later loses none.
 *
 * @param replays whose recordings the driver replays
 */
export function noteRow(row: Row, replays: readonly Replayed[] = []): void {
  const { account, ...plain } = row
  const file = process.env.VOUCHSAFE_E2E_ROWS
  if (account) recordAttests({ driver: row.driver, kind: row.kind, run: row.run, replays }, account)
  // What was known at each verdict is recorded apart, and would be most of the file.
  if (file) appendFileSync(file, `${JSON.stringify(account ? { ...plain, account: { ...account, attests: [] } } : plain)}\n`)
}

type About = Pick<Row, 'driver' | 'kind' | 'run' | 'hook'>

type Ended = Pick<TestInfo, 'annotations' | 'status' | 'error' | 'duration'>

/** What a test says as its run begins. */
export const runNote = (about: About) => ({ type: 'run', description: JSON.stringify(about) })

/**
 * After each test: a run that threw, or took longer than it may, leaves a row too, or shares would be of those runs that went well. A run
 * for which something is missing here, or that was broken off, was none. Nor was an attempt whose replay came late: the test repeats it.
 */
export function noteBrokenRun({ annotations, status, error, duration }: Ended): void {
  const said = (type: string) => annotations.find((annotation) => annotation.type === type)?.description
  const about = said('run')
  if (about === undefined || said('outcome') !== undefined || (status !== 'failed' && status !== 'timedOut')) return
  const note = firstLine(error?.message ?? '')
  noteRow({ ...(JSON.parse(about) as About), action: 'none', ok: false, ms: duration, note })
}

/** Of an error's words, without the colours that Playwright gives them. */
export const firstLine = (text: string): string => stripVTControlCharacters(text).split('\n')[0] ?? ''

/** How a run is named among those that were made: `selenium/3`. */
const runName = (driver: string, run: number): string => `${driver}/${run}`

const listed = (name: string): readonly string[] => (process.env[name] ?? '').split(',').filter(Boolean)

/**
 * The runs to make: of those of `drivers` that VOUCHSAFE_E2E_ONLY names (all, where it names none) as many as `times` says, but for those
 * in VOUCHSAFE_E2E_MADE. All drivers run once before one runs again, so that a matrix that breaks off is as long for each.
 *
 * @param times names the variable that holds the number; once, where it holds none
 */
export function planned<D extends Pick<Bot, 'name'>>(
  drivers: readonly D[],
  times: 'VOUCHSAFE_E2E_RUNS' | 'VOUCHSAFE_E2E_PEOPLE_RUNS',
): readonly { readonly driver: D; readonly run: number }[] {
  const [only, made] = [listed('VOUCHSAFE_E2E_ONLY'), new Set(listed('VOUCHSAFE_E2E_MADE'))]
  const chosen = only.length === 0 ? drivers : drivers.filter(({ name }) => only.includes(name))
  const runs = Array.from({ length: Math.max(1, Number(process.env[times] ?? 1)) }, (_, i) => i + 1)
  return runs.flatMap((run) => chosen.map((driver) => ({ driver, run }))).filter(({ driver, run }) => !made.has(runName(driver.name, run)))
}

/** What `npm run matrix` says of a run as it ends. */
export const outcomeNote = (action: Row['action'], note: string) => ({ type: 'outcome', description: `${action}; ${note}` })
