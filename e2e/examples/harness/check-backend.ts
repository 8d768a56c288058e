import type { JwksRelay } from './jwks-relay.js'
import { refusals, stranger } from './refusals.js'
import type { Stage } from './stage.js'

/** How a token travels to a back end. */
export type Send = (token: string | undefined) => Promise<Response>

/** A form, as browsers post it. */
export const byForm =
  (url: string): Send =>
  (token) =>
    fetch(url, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ email: 'ada@shop.example', ...(token !== undefined && { 'vouchsafe-token': token }) }),
    })

/** A request of a script. */
export const byHeader =
  (url: string): Send =>
  (token) =>
    fetch(url, { method: 'POST', headers: token === undefined ? {} : { 'Vouchsafe-Token': token } })

const STRANGERS = 10
/** The first look, and one more: what is between two is longer than the test. */
const MOST_FETCHES = 2

async function expectPass(send: Send, token: string, what: string): Promise<void> {
  const response = await send(token)
  const text = await response.text()
  if (response.status !== 200)
    throw new Error(`${what}: ${response.status} ${response.headers.get('vouchsafe-reason')} ${text.slice(0, 300)}`)
}

async function expectRefusal(send: Send, token: string | undefined, what: string, reasons: readonly string[]): Promise<void> {
  const response = await send(token)
  const text = await response.text()
  const reason = response.headers.get('vouchsafe-reason') ?? ''
  if (response.status !== 403 || !reasons.includes(reason))
    throw new Error(`a verdict ${what}: ${response.status} ${reason} instead of 403 ${reasons.join(' or ')} ${text.slice(0, 300)}`)
}

/** Everything that a back end has to do with verdicts. @throws Error with the first thing that it does otherwise */
export async function checkBackend(stage: Stage, relay: JwksRelay, send: Send): Promise<string> {
  const real = await stage.verdict()
  await expectPass(send, real, 'a real verdict')
  await expectRefusal(send, real, 'used twice', ['used'])
  for (const { what, reasons, token } of refusals) await expectRefusal(send, await token(stage), what, reasons)
  const late = Math.floor(Date.now() / 1000) - 2
  await expectPass(send, await stage.attest.sign(await stage.claims(), { claims: { exp: late } }), 'one that expired within the tolerance')
  const together = await stage.attest.sign(await stage.claims())
  const statuses = await Promise.all(Array.from({ length: 8 }, async () => (await send(together)).status))
  if (statuses.filter((status) => status === 200).length !== 1) throw new Error(`one verdict, eight times at once: ${statuses.join(' ')}`)
  for (let i = 0; i < STRANGERS; i++) await expectRefusal(send, await stranger.token(stage), stranger.what, stranger.reasons)
  if (relay.asked() > MOST_FETCHES) throw new Error(`the keys were fetched ${relay.asked()} times`)
  await expectPass(send, await stage.attest.sign(await stage.claims()), 'one after all that')
  return `1 real verdict passes, ${refusals.length + 2} kinds refused, keys fetched ${relay.asked()} times`
}
