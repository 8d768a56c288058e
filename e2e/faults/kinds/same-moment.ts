import { randomUUID } from 'node:crypto'
import type { ChallengeResponse } from '../../../shared/wire/challenge.js'
import type { AttestRequest } from '../../../shared/wire/evidence.js'
import type { AttestResponse } from '../../../shared/wire/verdict.js'
import { type Client, newBatch, type Reply } from '../harness/client.js'
import type { Fault } from '../harness/fault.js'
import type { Findings } from '../harness/findings.js'
import { openFleet } from '../harness/fleet.js'

const INSTANCES = 4
/** Challenges in one run. */
const ROUNDS = 10

const statusesOf = (replies: readonly Reply[]): string => replies.map(({ status }) => status).join(' ')

/** The same evidence at all of them at once. @returns the one verdict */
async function redeemAtOnce(clients: readonly Client[], request: AttestRequest, findings: Findings): Promise<string | undefined> {
  const replies = await Promise.all(clients.map((client) => client.attest(request)))
  const verdicts = replies.filter(({ status }) => status === 200)
  const refused = replies.filter(({ status }) => status === 409)
  if (verdicts.length > 1) findings.repeated(`a challenge gave ${verdicts.length} verdicts`)
  if (verdicts.length + refused.length < clients.length || verdicts.length === 0) findings.wrong(`redeemed at once: ${statusesOf(replies)}`)
  return (verdicts[0]?.json as AttestResponse | undefined)?.token
}

/** A verdict that is shown to `siteverify` at all of them at once. */
async function showAtOnce(clients: readonly Client[], token: string, findings: Findings): Promise<void> {
  const replies = await Promise.all(clients.map((client) => client.siteverify(token)))
  const isUsed = ({ json }: Reply) => JSON.stringify(json).includes('timeout-or-duplicate')
  const taken = replies.filter((reply) => reply.status === 200 && !isUsed(reply)).length
  if (taken > 1) findings.repeated(`a verdict was accepted ${taken} times`)
  if (taken === 0 || replies.some(({ status }) => status !== 200)) findings.wrong(`shown at once: ${statusesOf(replies)}`)
}

/** The first batch of a session under one key at all of them at once: one session, and each event once. */
async function postAtOnce(clients: readonly Client[], findings: Findings): Promise<void> {
  const batch = { ...newBatch(), key: randomUUID() }
  const replies = await Promise.all(clients.map((client) => client.events(batch)))
  if (replies.some(({ status }) => status !== 202)) return findings.wrong(`posted at once: ${statusesOf(replies)}`)
  const receipts = replies.map(({ json }) => json as { readonly session_token: string; readonly accepted: number })
  const accepted = receipts.reduce((sum, one) => sum + one.accepted, 0)
  if (new Set(receipts.map((one) => one.session_token)).size > 1) findings.repeated('one idempotency key began two sessions')
  if (accepted > batch.events.length) findings.repeated(`${accepted} of ${batch.events.length} events were taken`)
  if (accepted < batch.events.length) findings.lost(`${batch.events.length - accepted} events of a batch`)
}

export const sameMoment: Fault = {
  name: 'same-moment',
  does: 'one challenge, one verdict and one batch of events are brought to four processes at the same moment',
  clients: 'one verdict, and 409 `challenge-used` three times; one success of `siteverify`; one session, and each event taken once',
  on: ['embedded', 'postgres', 'redis', 'cluster'],
  async run({ deployment, runs, findings }) {
    const { clients } = await openFleet(deployment, INSTANCES)
    for (let i = 0; i < runs * ROUNDS; i++) {
      const { json, status } = await clients[i % INSTANCES]!.challenge()
      if (status !== 200) throw new Error(`no challenge: ${status}`)
      const token = await redeemAtOnce(clients, await clients[0]!.evidence(json as ChallengeResponse), findings)
      if (token !== undefined) await showAtOnce(clients, token, findings)
      await postAtOnce(clients, findings)
      if (i % ROUNDS === 0) findings.ran()
      findings.note('challenges', 1)
    }
  },
}
