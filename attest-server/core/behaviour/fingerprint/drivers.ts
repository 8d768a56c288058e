import { type PostedTell, userAgentOf } from './posted-tell.js'
import type { Fingerprint } from './read-fingerprint.js'

/** Names of globals (`window`) that the collector found. */
const globalsOf = (fingerprint: Fingerprint): readonly string[] | undefined =>
  fingerprint.list('globals', 'windowKeys', 'automationGlobals')

/** @returns a count, or undefined where no list was posted */
const countIn = (fingerprint: Fingerprint, pattern: RegExp): number | undefined =>
  globalsOf(fingerprint)?.filter((name) => pattern.test(name)).length

const hasIn = (fingerprint: Fingerprint, pattern: RegExp): boolean | undefined => {
  const count = countIn(fingerprint, pattern)
  return count === undefined ? undefined : count > 0
}

const HEADLESS = /Headless|PhantomJS|SlimerJS|\bjsdom\b/i
/** Libraries and crawlers by their own word; the kept list is the request surface's. */
// A phone is called CUBOT.
const DECLARED = /(?<!cu)bot\b|crawl|spider|slurp|python-|curl\/|wget\/|axios\/|node-fetch|go-http-client|okhttp|java\//i

/** What drivers leave behind, where a fingerprint says so. */
export const drivers: readonly PostedTell[] = [
  { id: 'tell.webdriver', read: (posted) => posted.boolean('webdriver') },
  {
    id: 'tell.headless',
    read: (posted) => {
      const agent = userAgentOf(posted)
      return posted.boolean('headless') ?? (agent === undefined ? undefined : HEADLESS.test(agent))
    },
  },
  {
    id: 'tell.declared',
    read: (posted) => {
      const agent = userAgentOf(posted)
      return agent === undefined ? undefined : DECLARED.test(agent)
    },
  },
  { id: 'tell.chromedriver-globals', read: (posted) => hasIn(posted, /^\$?cdc_|^\$chrome_asyncScriptInfo$/) },
  { id: 'tell.automation-bindings', read: (posted) => hasIn(posted, /^__(playwright|pwInit|puppeteer)/) },
  {
    id: 'tell.driver-globals',
    read: (posted) => countIn(posted, /^(_phantom|callPhantom|__nightmare|domAutomation|__(web)?driver|_selenium|__selenium|_Selenium)/),
  },
  { id: 'tell.runtime-enabled', read: (posted) => posted.boolean('cdp', 'cdpDetected', 'runtimeEnabled', 'devtoolsProtocol') },
  {
    id: 'tell.posted-natives',
    read: (posted) => {
      const patched = posted.list('patchedNatives', 'nativesPatched', 'tamperedNatives')?.length
      return patched ?? posted.number('patchedNatives', 'nativesPatched') ?? posted.boolean('nativesPatched', 'nativePatched', 'tampered')
    },
  },
]
