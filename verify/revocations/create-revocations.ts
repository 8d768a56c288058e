import type { EpochSeconds, Ms } from '../../shared/units.js'
import { digestOfKey, digestsOfVerdict, REVOCATIONS_PATH } from '../../shared/wire/revocations.js'
import type { VerdictClaims } from '../../shared/wire/verdict.js'
import { fetchText } from '../fetch-text.js'
import type { KeySource } from '../key-source.js'
import { type Expectations, type Surroundings, toleranceOf } from '../options.js'
import { systemClock } from '../system-clock.js'
import { readHeader } from '../token.js'
import { type VerifyError, verifyError } from '../verify-error.js'
import { type RevocationSettings, readRevocationSettings } from './options.js'
import { MAX_LIST_CHARS, type ReadList, readList } from './read-list.js'

/** No request waits longer for the list. */
const TIME_LIMIT: Ms = 2000
const SECOND: Ms = 1000

/** Whether a verdict was revoked. */
export interface Revocations {
  /** Never rejects. @returns what is wrong; undefined where nothing is. */
  findFault(token: string, verdict: VerdictClaims, now: EpochSeconds): Promise<VerifyError | undefined>
}

/** How the list is had, each time that it is looked at. */
function readerOf({ list }: RevocationSettings, issuer: string, { fetch = globalThis.fetch }: Surroundings): () => Promise<string> {
  if (typeof list === 'function') return async () => list()
  const url = String(list ?? issuer.replace(/\/*$/, '') + REVOCATIONS_PATH)
  return () => fetchText(url, fetch, { accept: 'application/jwt', most: MAX_LIST_CHARS, within: TIME_LIMIT })
}

/**
 * @param clock in ms; need not be the time of day.
 * @throws TypeError when the settings make no sense.
 */
export function createRevocations(
  given: true | RevocationSettings,
  expected: Pick<Expectations, 'issuer' | 'clockTolerance'> & Surroundings,
  keys: KeySource,
  clock: () => Ms = () => performance.now(),
): Revocations {
  const settings = readRevocationSettings(given)
  const { every, unavailable } = settings
  const { issuer, now = systemClock } = expected
  const tolerance = toleranceOf(expected)
  const read = readerOf(settings, issuer, expected)
  let list: ReadList | undefined
  let fault: unknown
  let tried = -Infinity
  let running: Promise<void> | undefined

  async function refresh(): Promise<void> {
    try {
      list = await readList(await read(), { issuer, keys, tolerance, now: now(), last: list })
      fault = undefined
    } catch (cause) {
      fault = cause
    }
    tried = clock()
    running = undefined
  }

  const isLive = (held: ReadList | undefined, time: EpochSeconds): held is ReadList => held !== undefined && time < held.exp + tolerance

  /** Waited for where there is no live list, and after a quiet spell, whatever came of the last look; a source that has just failed holds nobody up. */
  async function refreshIfDue(time: EpochSeconds): Promise<void> {
    const age = clock() - tried
    const isWanting = fault === undefined && !isLive(list, time)
    if (!running && (isWanting || age >= every * SECOND)) running = refresh()
    if (running && (isWanting || age >= 2 * every * SECOND)) await running
  }

  return {
    async findFault(token, verdict, time) {
      await refreshIfDue(time)
      if (!isLive(list, time)) return unavailable === 'refuse' ? verifyError('revocations-unavailable', fault) : undefined
      const { digests } = list
      if (digests.size === 0) return undefined
      const entries = [digestOfKey(readHeader(token)?.kid ?? ''), ...digestsOfVerdict(verdict)]
      return entries.some((entry) => digests.has(entry)) ? verifyError('revoked') : undefined
    },
  }
}
