import type { Page } from 'playwright/test'
import type { AttestResponse } from '../../../shared/wire/verdict.js'
import { type PlainAnswer, send } from '../machine/plain-http.js'

/** An attest request as a real collector in a real browser sent it. */
export interface CaughtRequest {
  readonly url: string
  readonly headers: Record<string, string>
  /** Where the page cannot sign, `unsigned` in the place of the evidence. */
  readonly body: { readonly challenge: string; readonly evidence: string; readonly unsigned?: object }
}

/** Asks the page's collector for a verdict, and notes what it sent for it. */
export async function catchEvidence(page: Page): Promise<CaughtRequest & { readonly verdict: AttestResponse }> {
  const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/v1/attest'))
  const [request] = await Promise.all([sent, page.evaluate(() => window.vouchsafe?.attest('sign-up'))])
  const answer = await request.response()
  const all = await request.allHeaders()
  const headers = Object.fromEntries(Object.entries(all).filter(([name]) => !/^(:|content-length$|connection$|host$)/.test(name)))
  return { url: request.url(), headers, body: request.postDataJSON(), verdict: await answer?.json() }
}

/** Has the page's collector make evidence for a verdict, and keeps it from the server: good evidence that nobody has redeemed. */
export async function withholdEvidence(page: Page): Promise<CaughtRequest> {
  await page.route('**/v1/attest', (route) => route.abort())
  const sent = page.waitForRequest('**/v1/attest')
  await page.evaluate(() => {
    void window.vouchsafe?.attest('sign-up')
  })
  const request = await sent
  const headers = { ...request.headers(), origin: new URL(page.url()).origin }
  return { url: request.url(), headers, body: request.postDataJSON() }
}

/** Sends a caught request once more, with changes. */
export function replay(caught: CaughtRequest, body: object = caught.body, headers: Record<string, string> = {}): Promise<PlainAnswer> {
  return send('POST', caught.url, { ...caught.headers, ...headers }, JSON.stringify(body))
}

/** The coarse code of a problem (RFC 9457). */
export const codeOf = ({ status, body }: PlainAnswer): string => (status === 200 ? 'ok' : (JSON.parse(body) as { code: string }).code)

/** Changes one character in the middle of the given part of a compact JWS. */
export function tamper(jws: string, part: 0 | 1 | 2): string {
  const parts = jws.split('.')
  const text = parts[part] ?? ''
  const at = Math.floor(text.length / 2)
  parts[part] = text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1)
  return parts.join('.')
}
