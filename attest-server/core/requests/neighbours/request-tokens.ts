import { parseAddress } from '../../../../shared/address/parse-address.js'
import { prefixOf } from '../../../../shared/address/prefix-of.js'
import type { Observations } from '../../../../shared/observation.js'
import { remembering } from '../../../../shared/remembering.js'
import type { HttpFacts } from '../../../facts/fact.js'
import { TokenCollector, type TokenSet } from './token-set.js'

const MOST_NAMES = 32
const MOST_PRODUCTS = 16
const LONGEST = 120

/** Whose values tell requests apart and no person: no cookie, no referrer, nothing of the page. */
const valued = [
  'accept',
  'accept-encoding',
  'accept-language',
  'sec-ch-ua',
  'sec-ch-ua-mobile',
  'sec-ch-ua-platform',
  'sec-fetch-site',
  'sec-fetch-mode',
  'sec-fetch-dest',
  'connection',
  'via',
  'x-requested-with',
].map((name) => ({ name, kind: `${name}=` }))

const shortened = (text: string): string => text.trim().toLowerCase().slice(0, LONGEST)

/** `chrome/156`, `windows nt 10`, …: what a user agent lists, without what changes with every patch. */
const productsOf = remembering((userAgent: string): readonly string[] => {
  const parts = userAgent
    .slice(0, 512)
    .toLowerCase()
    .split(/[;()\s]+/)
  return parts
    .filter((part) => part !== '')
    .slice(0, MOST_PRODUCTS)
    .map((part) => part.replace(/[._].{0,40}$/, ''))
})

/** Who shares them shares a network, more or less. */
const networkOf = (address: string): string | undefined => {
  const parsed = parseAddress(address)
  return parsed && prefixOf(parsed, parsed.version === 4 ? 24 : 48)
}

function addHeaders(to: TokenCollector, { headers, headerNames, described }: HttpFacts): void {
  for (const part of productsOf(headers.get('user-agent') ?? '')) to.add('ua:', part)
  for (const { name, kind } of valued) {
    const value = headers.get(name)
    if (value !== undefined) to.add(kind, shortened(value))
  }
  let names = MOST_NAMES
  for (const name of headers.keys()) if (names-- > 0) to.add('has:', name)
  for (const name of described?.empty ?? []) to.add('no:', name)
  if (headerNames) to.add('order:', headerNames.slice(0, MOST_NAMES).join().toLowerCase())
}

/**
 * A request as a small set, in which look-alikes share most: what it says, what it lacks, where from, and what the facts made of it.
 * @param seed of the project's index
 */
export function requestTokens(http: HttpFacts, seen: Observations, seed = 0): TokenSet {
  const tokens = new TokenCollector(seed)
  addHeaders(tokens, http)
  const network = http.address === undefined ? undefined : networkOf(http.address)
  if (network !== undefined) tokens.add('net:', network)
  for (const [id, observation] of seen) {
    if (observation.state === 'ok' && Number(observation.value) !== 0) tokens.add(id, `=${observation.value}`)
  }
  return tokens.end()
}
