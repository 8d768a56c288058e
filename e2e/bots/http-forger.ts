import type { Bot } from '../support/driver.js'
import { forgeVisit } from '../support/forging/forge-visit.js'
import { forgeClaims, solve } from '../support/forging/forged-evidence.js'

/** In a browser's name, as most such programs go: the user agent and the origin, and no more. */
const USER_AGENT = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36'

/**
 * No browser at all: a program that knows the protocol, does the work, and signs a summary that it made up. Nothing in the summary is
 * held against it: every integrity check accepts it, and the client's own score is a person's. Its headers give it away.
 */
export const httpForger: Bot = {
  name: 'http-forger',
  kind: 'bot',
  hook: 'no browser',
  expected: ['challenge', 'block'],
  run: (site) =>
    forgeVisit(site, { 'User-Agent': USER_AGENT }, (challenge, origin, card, key) =>
      forgeClaims(challenge, origin, solve(challenge, key), card),
    ),
}
