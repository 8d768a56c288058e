import { ask, locate, type Place } from './ask.js'
import type { DrillOptions } from './options.js'
import { plain } from './plain.js'
import { findScriptTag } from './script-tag.js'

/** What is known of the page before a bot comes. */
export interface Survey {
  /** Origin of the attest-server. */
  readonly attest: string
  readonly siteKey: string
  /** All that the browsers of the drill may reach. */
  readonly places: readonly Place[]
}

/** The most that is read of a page, in bytes. */
const LONGEST = 2_000_000

/**
 * Looks at the page once, without a browser: where it is, and which attest-server its script tag names. That one must answer as one: a page could name any
 * host there, and the browsers may reach it.
 *
 * @param page the one that the options name
 * @throws Error that says in one line why there can be no drill
 */
export async function survey(page: Place, { url, attest, key, allow }: DrillOptions): Promise<Survey> {
  const { status, headers, body } = await ask(page, LONGEST, { accept: 'text/html' })
  if (status >= 300 && status < 400)
    throw new Error(`${url.href} redirects to ${plain(headers.location)}: drill the address where the form is.`)
  if (status !== 200) throw new Error(`${url.href} answers ${status}.`)
  const tag = findScriptTag(body, url)
  const server = attest?.origin ?? tag?.attest
  if (!server) throw new Error('The page has no script tag of Vouchsafe in its source. Name its server and key with --attest and --key.')
  const verifier = await locate(new URL(server))
  await insistOnVerifier(verifier)
  const others = await Promise.all(allow.map(locate))
  return { attest: server, siteKey: key ?? tag?.siteKey ?? '', places: [page, verifier, ...others] }
}

async function insistOnVerifier(place: Place): Promise<void> {
  const { origin } = place.url
  const { status, body } = await ask({ ...place, url: new URL('/.well-known/jwks.json', origin) }, LONGEST)
  const has = status === 200 && /"keys"\s*:\s*\[/.test(body)
  if (!has) throw new Error(`${origin} does not answer as an attest-server: there are no keys at /.well-known/jwks.json.`)
}
