import { ask, isLoopback, locate, type Place } from './ask.js'
import type { DrillOptions } from './options.js'
import { pinsOf } from './pins.js'
import { plain } from './plain.js'
import type { Sites } from './prove-sites.js'
import { findScriptTag } from './script-tag.js'

/** What is known of the page before a bot comes. */
export interface Survey {
  /** Origin of the attest-server. */
  readonly attest: string
  readonly siteKey: string
  /**
   * The attest-server, where the project's secret key may be sent to it: the user named it, and nobody on the way reads along. What a page
   * names is the page's to choose.
   */
  readonly confidant?: Place | undefined
  /** All that the browsers of the drill may reach. */
  readonly places: readonly Place[]
  /** Of certificates that they take for good besides: see {@link pinsOf}. */
  readonly pins: readonly string[]
}

/** The most that is read of a page, in bytes. */
const LONGEST = 2_000_000

/**
 * Looks at the page once, without a browser: where it is, and which attest-server its script tag names. That one must answer as one: a page could name any
 * host there, and the browsers may reach it.
 *
 * @param sites those that the options name, of which the first is the page
 * @throws Error that says in one line why there can be no drill
 */
export async function survey(sites: Sites, { url, attest, key }: DrillOptions, environment: NodeJS.ProcessEnv): Promise<Survey> {
  const { status, headers, body } = await ask(sites[0], LONGEST, { accept: 'text/html' })
  if (status >= 300 && status < 400)
    throw new Error(`${url.href} redirects to ${plain(headers.location)}: drill the address where the form is.`)
  if (status !== 200) throw new Error(`${url.href} answers ${status}.`)
  const tag = findScriptTag(body, url)
  const server = attest?.origin ?? tag?.attest
  if (!server) throw new Error('The page has no script tag of Vouchsafe in its source. Name its server and key with --attest and --key.')
  const origin = new URL(server)
  // Beside the page it is where that was proved to be.
  const beside = sites.find((site) => site.url.host === origin.host)
  const verifier = beside ? { ...beside, url: origin } : await locate(origin)
  await insistOnVerifier(verifier)
  const isPrivate = attest !== undefined && (attest.protocol === 'https:' || isLoopback(attest))
  const confidant = isPrivate ? verifier : undefined
  const places = [...sites, verifier]
  return { attest: server, siteKey: key ?? tag?.siteKey ?? '', confidant, places, pins: await pinsOf(places, environment) }
}

async function insistOnVerifier(place: Place): Promise<void> {
  const { origin } = place.url
  const { status, body } = await ask({ ...place, url: new URL('/.well-known/jwks.json', origin) }, LONGEST)
  const has = status === 200 && /"keys"\s*:\s*\[/.test(body)
  if (!has) throw new Error(`${origin} does not answer as an attest-server: there are no keys at /.well-known/jwks.json.`)
}
