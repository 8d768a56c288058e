import type { ChallengeResponse } from '../../../shared/wire/challenge.js'
import type { EvidenceClaims } from '../../../shared/wire/evidence.js'
import type { RevealResponse } from '../../../shared/wire/reveal.js'
import type { AttestResponse } from '../../../shared/wire/verdict.js'
import type { Outcome, Site } from '../driver.js'
import { signUp } from '../driver.js'
import { type PlainAnswer, send } from '../machine/plain-http.js'
import { type CopiedCard, copyCard } from './copied-card.js'
import { type ForgedKey, forgeKey, signForged } from './forged-evidence.js'

type Headers = Readonly<Record<string, string>>

/** Of what is to be read: this program unpacks nothing. */
const PLAIN: Headers = { 'Accept-Encoding': 'identity' }

/** What a program claims to have seen. */
export type Forge = (challenge: ChallengeResponse, origin: string, card: CopiedCard, key: ForgedKey) => EvidenceClaims

/** Signs up without a browser: page, challenge, evidence as forged, and the form with the verdict. @param headers of every request */
export async function forgeVisit(site: Site, headers: Headers, forge: Forge): Promise<Outcome> {
  const origin = new URL(site.url).origin
  const from = { ...headers, Origin: origin }
  const page = await send('GET', site.url, { ...from, ...PLAIN })
  const { action, token } = await forgeVerdict(site, origin, from, forge)
  const form = new URLSearchParams({ ...signUp, 'vouchsafe-token': token })
  const target = new URL(signUpPath(page.body), site.url).href
  await send('POST', target, { ...from, 'Content-Type': 'application/x-www-form-urlencoded' }, form.toString())
  return { atLoad: action }
}

/** A verdict for evidence that no browser made. @param headers of every request */
export async function forgeVerdict(
  site: Pick<Site, 'attest' | 'siteKey'>,
  origin: string,
  headers: Headers,
  forge: Forge,
): Promise<AttestResponse> {
  const json = { ...headers, 'Content-Type': 'application/json' }
  const asked = await send('POST', `${site.attest}/v1/challenge`, json, JSON.stringify({ siteKey: site.siteKey }))
  const challenge = JSON.parse(asked.body) as ChallengeResponse
  const key = await forgeKey()
  const copied = copyCard((await send('GET', `${site.attest}/senses.js`, { ...headers, ...PLAIN })).body)
  const claims = forge(challenge, origin, copied, key)
  if (claims.llr > copied.prior) throw new Error(`The forged summary speaks against itself: ${claims.llr}`)
  const evidence = await signForged(claims, key)
  const body = JSON.stringify({ challenge: challenge.challenge, evidence })
  return readVerdict(await send('POST', `${site.attest}/v1/attest`, json, body))
}

/** A summary that is refused, or asked for more, was not judged: the run would prove nothing about forgers who take more care. */
function readVerdict({ status, body }: PlainAnswer): AttestResponse {
  if (status !== 200) throw new Error(`The forged evidence was refused instead of judged: ${status} ${body}`)
  const answer = JSON.parse(body) as AttestResponse | RevealResponse
  if ('reveal' in answer)
    throw new Error('The forger is asked for a trace, and has none: it is to be blocked for its headers, or to run where nobody asks')
  return answer
}

/** Where the form with the e-mail field is posted to. */
function signUpPath(html: string): string {
  const form = html.split('<form').find((part) => part.includes('type="email"'))
  return form?.match(/action="([^"]+)"/)?.[1] ?? '/'
}
