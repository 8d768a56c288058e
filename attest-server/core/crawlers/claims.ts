import { remembering } from '../../../shared/remembering.js'
import type { Agent, Crawler } from './crawler.js'

/** Longer user agents are cut before they are searched: no crawler's is near it. */
const SEARCHED = 1024

/** A vendor that a user agent says to be of. */
export interface Claim {
  readonly crawler: Crawler
  readonly agent: Agent
}

const isWordPart = (code: number) => (code >= 48 && code <= 57) || (code >= 97 && code <= 122)

/** Whether a token stands in a text on its own. Linear in the text; both in lower case. */
function has(text: string, token: string): boolean {
  for (let at = text.indexOf(token); at >= 0; at = text.indexOf(token, at + 1)) {
    // Out of the text, charCodeAt is NaN: no part of a word. A token may itself begin with a sign (`+http…`).
    const free = !isWordPart(text.charCodeAt(at - 1)) || !isWordPart(token.charCodeAt(0))
    const end = at + token.length
    if (free && !isWordPart(text.charCodeAt(end))) return true
  }
  return false
}

function claimOf(text: string, crawler: Crawler): Claim | undefined {
  if (crawler.except.some((token) => has(text, token.toLowerCase()))) return undefined
  const agent = crawler.agents.find(({ token }) => has(text, token.toLowerCase()))
  return agent && { crawler, agent }
}

const claimsAmong = (crawlers: readonly Crawler[]): ((userAgent: string) => readonly Claim[]) =>
  remembering((userAgent) => {
    const text = userAgent.slice(0, SEARCHED).toLowerCase()
    return crawlers.flatMap((crawler) => claimOf(text, crawler) ?? [])
  })

/** By list of vendors, of which a server has one. */
const remembered = new WeakMap<readonly Crawler[], ReturnType<typeof claimsAmong>>()

/** The vendors that a user agent says to be of, in the order of `crawlers`. A user agent is a claim, never a proof. */
export function claimsOf(userAgent: string, crawlers: readonly Crawler[]): readonly Claim[] {
  const claims = remembered.get(crawlers) ?? claimsAmong(crawlers)
  remembered.set(crawlers, claims)
  return claims(userAgent)
}
