import type { Bot } from '../support/driver.js'
import { forgeVisit } from '../support/forging/forge-visit.js'
import { forgeSilence } from '../support/forging/forged-evidence.js'

/** All that Chromium says of itself, in its order, so that its headers do not give this program away. */
const headers = {
  'sec-ch-ua-platform': '"Linux"',
  'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
  'sec-ch-ua': '"Not:A-Brand";v="8", "Chromium";v="156"',
  'sec-ch-ua-mobile': '?0',
  Accept: '*/*',
  'Sec-Fetch-Site': 'cross-site',
  'Sec-Fetch-Mode': 'cors',
  'Sec-Fetch-Dest': 'empty',
  'Accept-Encoding': 'gzip, deflate, br, zstd',
  'Accept-Language': 'en-US,en;q=0.9',
}

/**
 * No browser at all: a program that signs a summary in which nothing was seen, every tell out of time and every feature without ground,
 * and does none of the work. There is nothing to hold against it but that.
 */
export const silentForger: Bot = {
  name: 'silent-forger',
  kind: 'bot',
  hook: 'no browser',
  expected: ['challenge', 'block'],
  run: (site) => forgeVisit(site, headers, forgeSilence),
}
