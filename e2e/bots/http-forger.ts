import type { ChallengeResponse } from '../../shared/wire/challenge.js'
import type { AttestResponse } from '../../shared/wire/verdict.js'
import type { Bot, Site } from '../support/driver.js'
import { signUp } from '../support/driver.js'
import { copyCard, forgeClaims, forgeKey, signForged, solve } from '../support/forged-evidence.js'
import { type PlainAnswer, send } from '../support/plain-http.js'

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
  async run(site) {
    const origin = new URL(site.url).origin
    const headers = { 'User-Agent': USER_AGENT, Origin: origin }
    const page = await send('GET', site.url, headers)
    const { action, token } = await attest(site, origin, headers)
    const form = new URLSearchParams({ ...signUp, 'vouchsafe-token': token })
    const target = new URL(signUpPath(page.body), site.url).href
    await send('POST', target, { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' }, form.toString())
    return { atLoad: action }
  },
}

async function attest(site: Site, origin: string, headers: Record<string, string>): Promise<AttestResponse> {
  const json = { ...headers, 'Content-Type': 'application/json' }
  const asked = await send('POST', `${site.attest}/v1/challenge`, json, JSON.stringify({ siteKey: site.siteKey }))
  const challenge = JSON.parse(asked.body) as ChallengeResponse
  const key = await forgeKey()
  const copied = copyCard((await send('GET', `${site.attest}/senses.js`, headers)).body)
  const claims = forgeClaims(challenge, origin, solve(challenge, key), copied)
  if (claims.llr > copied.prior) throw new Error(`The forged summary speaks against itself: ${claims.llr}`)
  const evidence = await signForged(claims, key)
  const body = JSON.stringify({ challenge: challenge.challenge, evidence })
  return readVerdict(await send('POST', `${site.attest}/v1/attest`, json, body))
}

/** A summary that is refused was not judged: the run would prove nothing about forgers who take more care. */
function readVerdict({ status, body }: PlainAnswer): AttestResponse {
  if (status !== 200) throw new Error(`The forged evidence was refused instead of judged: ${status} ${body}`)
  return JSON.parse(body) as AttestResponse
}

/** Where the form with the e-mail field is posted to. */
function signUpPath(html: string): string {
  const form = html.split('<form').find((part) => part.includes('type="email"'))
  return form?.match(/action="([^"]+)"/)?.[1] ?? '/'
}
