import { setTimeout as pause } from 'node:timers/promises'
import type { AttestRequest } from '../../../shared/wire/evidence.js'
import { limited } from '../../attackers/harness/limited.js'
import { type Batch, type Client, isFailOpen, type Reply } from './client.js'
import type { Findings } from './findings.js'
import type { Ledger, Redeemed, Taken } from './ledger.js'
import type { Site } from './site.js'

const AT_ONCE = 8
/** Scores come within a second, and of events that a dead server had begun with half a minute later. In ms. */
const SCORED = 45_000

/** As long as a store may be slow on a busy machine: so many seconds. */
const MOST_TRIES = 20

/** Asks again where it is told to try again. */
async function again(ask: () => Promise<Reply>): Promise<Reply> {
  for (let i = 1; ; i++) {
    const reply = await ask()
    if (reply.status !== 503 || i === MOST_TRIES) return reply
    await pause(1000)
  }
}

const shown = ({ status, json, error }: Reply): string => `${status} ${error ?? JSON.stringify(json)?.slice(0, 160)}`
const number = ({ json }: Reply, name: string): number => Number((json as Readonly<Record<string, unknown>> | undefined)?.[name])

/** Is verified offline, can be explained, and its challenge gives no other. */
async function checkRedeemed({ jti, token, request }: Redeemed, client: Client, site: Site, findings: Findings): Promise<void> {
  const verified = await site.verify(token)
  if (verified !== 'ok') findings.wrong(`a verdict is not verified: ${verified}`)
  const explained = await again(() => client.explanation(jti))
  if (explained.status !== 200) findings.lost(`the record of a verdict: ${shown(explained)}`)
  const { status, ...said } = await again(() => client.attest(request))
  if (status === 200) findings.repeated('a challenge that had given a verdict gave another')
  else if (status !== 409 && status !== 410) findings.wrong(`a used challenge: ${shown({ status, ...said })}`)
}

/** Whether or not it was redeemed: it gives one verdict at most, and no fault. */
async function checkUnanswered(request: AttestRequest, client: Client, findings: Findings): Promise<void> {
  const [first, second] = [await again(() => client.attest(request)), await again(() => client.attest(request))]
  if (![200, 409, 410].includes(first.status)) findings.wrong(`a challenge that was not answered: ${shown(first)}`)
  if (first.status === 409) findings.note('redeemed and not told', 1)
  if (second.status === 200) findings.repeated('a challenge gave two verdicts')
}

/** Every event is known, so that none is taken again, and the session has a score of them. */
async function checkTaken({ batch, session }: Taken, client: Client, findings: Findings): Promise<void> {
  const second = await again(() => client.events({ ...batch, session }))
  if (second.status !== 202) findings.wrong(`a batch that is sent again: ${shown(second)}`)
  else if (number(second, 'accepted') > 0) findings.lost(`${number(second, 'accepted')} events of an acknowledged batch`)
  for (const deadline = Date.now() + SCORED; Date.now() < deadline; await pause(100)) {
    const verdict = await client.verdict(session)
    if (verdict.status === 200 && !isFailOpen(verdict)) return
  }
  findings.lost('the score of a session whose events were acknowledged')
}

/** All of it was taken or nothing; sent once more, nothing. */
async function checkUnacknowledged(batch: Batch, client: Client, findings: Findings): Promise<void> {
  const [first, second] = [await again(() => client.events(batch)), await again(() => client.events(batch))]
  if (first.status !== 202 || second.status !== 202) return findings.wrong(`a batch that is sent again: ${shown(first)}, ${shown(second)}`)
  const taken = number(first, 'accepted')
  if (taken !== 0 && taken !== batch.events.length) findings.lost(`a part of a batch: ${taken} of ${batch.events.length} were new`)
  if (taken === 0) findings.note('taken and not told', 1)
  if (number(second, 'accepted') > 0) findings.repeated('events under the same request ids')
}

async function checkAccepted(token: string, client: Client, findings: Findings): Promise<void> {
  const second = await again(() => client.siteverify(token))
  const codes = ((second.json ?? {}) as { readonly 'error-codes'?: readonly string[] })['error-codes'] ?? []
  if (second.status !== 200) findings.wrong(`a used verdict: ${shown(second)}`)
  else if (!codes.includes('timeout-or-duplicate')) findings.repeated(`a verdict that siteverify had taken: ${shown(second)}`)
}

async function checkRules({ rules, removed }: Ledger, client: Client, findings: Findings): Promise<void> {
  const list = await again(() => client.control('GET', '/rules'))
  if (list.status !== 200) return findings.wrong(`the rules: ${shown(list)}`)
  const ids = new Set((list.json as readonly { readonly id: string }[]).map(({ id }) => id))
  for (const id of rules) if (!ids.has(id)) findings.lost('a rule')
  for (const id of removed) if (ids.has(id)) findings.repeated('a rule that was removed')
  // There is room for a hundred.
  for (const id of ids) await client.control('DELETE', `/rules/${id}`)
}

/**
 * Whether everything that clients were told is so, once the servers are well again: nothing is lost, and nothing happens twice.
 * @param client asks a server that is well
 */
export async function checkLedger(ledger: Ledger, client: Client, site: Site, findings: Findings): Promise<void> {
  const once = limited(AT_ONCE)
  const each = <T>(list: readonly T[], check: (one: T) => Promise<void>) => list.map((one) => once(() => check(one)))
  await Promise.all([
    ...each(ledger.redeemed, (one) => checkRedeemed(one, client, site, findings)),
    ...each(ledger.unanswered, (one) => checkUnanswered(one, client, findings)),
    ...each(ledger.taken, (one) => checkTaken(one, client, findings)),
    ...each(ledger.unacknowledged, (one) => checkUnacknowledged(one, client, findings)),
    ...each(ledger.accepted, (one) => checkAccepted(one, client, findings)),
  ])
  await checkRules(ledger, client, findings)
  findings.note(
    'acknowledged',
    ledger.redeemed.length + ledger.taken.length + ledger.accepted.length + ledger.rules.size + ledger.removed.size,
  )
}
