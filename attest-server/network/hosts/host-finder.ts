import type { Address } from '../../../shared/address/address.js'
import { parseAddress } from '../../../shared/address/parse-address.js'
import type { EpochSeconds, Ms, Seconds } from '../../../shared/units.js'
import type { HostPattern } from '../../core/crawlers/crawler.js'
import type { HostFinder, HostFinding } from '../../core/crawlers/ports.js'
import { withinTime } from '../../outbound/within-time.js'
import { remembered } from './remembered.js'

/** DNS. Empty where there is no such record; rejects where there is no telling. */
export interface Resolver {
  /** The names of an address: PTR. */
  reverse(address: string): Promise<readonly string[]>
  /** The addresses of a name: A and AAAA. */
  forward(name: string): Promise<readonly string[]>
}

export interface HostFinderDeps {
  readonly resolver: Resolver
  now(): EpochSeconds
  /** For all look-ups of an address together. */
  readonly timeLimit: Ms
}

/** Who owns an address may give it any number of names; crawlers have one. */
const MOST_NAMES = 4
const MOST_ADDRESSES = 64
/** Answers that are held: some megabytes at most. */
const MOST_HELD = 20_000
/** Look-ups under way at once, so that a flood of addresses does not become one of questions; … */
const MOST_AT_ONCE = 256
/** … and as many more wait for their turn, no longer than their caller does. */
const MOST_WAITING = 1024
const LIFE = { found: 3600, none: 600, failed: 30, busy: 0 } as const satisfies Record<string, Seconds>

/** RFC 1035 §2.3.4, and the signs that names of hosts have. What a name says goes to logs and callers, and it is its owner's. */
function readName(text: string): string | undefined {
  const name = text.toLowerCase().replace(/\.$/, '')
  return name.length <= 253 && /^[a-z0-9_.-]+$/.test(name) ? name : undefined
}

/** At the border of a label only: `evilgooglebot.com` is not of `googlebot.com`. */
function fits(name: string, { suffix, prefix = '' }: HostPattern): boolean {
  return (name === suffix || name.endsWith(`.${suffix}`)) && name.startsWith(prefix)
}

const firstFitting = (name: string, patterns: readonly HostPattern[]) => patterns.find((pattern) => fits(name, pattern))

/** An answer of DNS; `failed` where it gave none, `busy` where it was not asked: that says nothing of the address, and is not held. */
type Records = readonly string[] | 'failed' | 'busy'

function lifeOf(records: Records): Seconds {
  if (typeof records === 'string') return LIFE[records]
  return records.length > 0 ? LIFE.found : LIFE.none
}

const recordsOf = (answer: Records): readonly string[] | undefined => (typeof answer === 'string' ? undefined : answer)

/** Turns for so many at once, first come first served. @returns whether there was one; who has had it gives it back */
function createTurns(most: number, waitingMost: number) {
  let taken = 0
  const waiting: (() => void)[] = []
  return {
    async take(): Promise<boolean> {
      if (taken < most) return ++taken > 0
      if (waiting.length >= waitingMost) return false
      await new Promise<void>((resolve) => waiting.push(resolve))
      return true
    },
    giveBack(): void {
      const next = waiting.shift()
      if (next) next()
      else taken--
    },
  }
}

/** Forward-confirmed reverse DNS, as Google and Bing document it: name of the address, its domain, and back to the address. */
export function createHostFinder({ resolver, now, timeLimit }: HostFinderDeps): HostFinder {
  const names = remembered<Records>({ limit: MOST_HELD, now, lifeOf })
  const addresses = remembered<Records>({ limit: MOST_HELD, now, lifeOf })
  const turns = createTurns(MOST_AT_ONCE, MOST_WAITING)

  async function ask(look: () => Promise<readonly string[]>, most: number): Promise<Records> {
    if (!(await turns.take())) return 'busy'
    try {
      return (await withinTime(look(), timeLimit, undefined))?.slice(0, most) ?? 'failed'
    } catch {
      return 'failed'
    } finally {
      turns.giveBack()
    }
  }

  const namesOf = async ({ text }: Address) =>
    recordsOf(await names(text, () => ask(() => resolver.reverse(text), MOST_NAMES)))?.flatMap((name) => readName(name) ?? [])

  /** @returns undefined where DNS gave no answer. */
  async function leadsBack(name: string, address: Address): Promise<boolean | undefined> {
    const found = await addresses(name, () => ask(() => resolver.forward(name), MOST_ADDRESSES))
    return recordsOf(found)?.some((text) => parseAddress(text)?.text === address.text)
  }

  async function search(address: Address, patterns: readonly HostPattern[]): Promise<HostFinding> {
    const found = await namesOf(address)
    let answered = found !== undefined
    for (const name of found ?? []) {
      const pattern = firstFitting(name, patterns)
      const back = pattern && (await leadsBack(name, address))
      if (pattern && back) return { answered: true, ptr: found?.[0], confirmed: { name, pattern } }
      if (pattern && back === undefined) answered = false
    }
    return { answered, ptr: found?.[0], confirmed: undefined }
  }

  const late: HostFinding = { answered: false, ptr: undefined, confirmed: undefined }
  return { find: (address, patterns) => withinTime(search(address, patterns), timeLimit, late) }
}
