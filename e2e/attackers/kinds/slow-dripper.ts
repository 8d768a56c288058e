import type { Attacker, Loot, Target } from '../harness/attacker.js'
import { backedBy } from '../means/backing.js'
import { type DeviceKey, makeKey } from '../means/device-key.js'
import { readTrace, summarise } from '../means/summary.js'
import { personVisit } from '../means/trace-visit.js'
import { clientOf, makeEvidence, type Visit, visit } from '../means/visit.js'

/** What its browser cannot hide: enough to be asked, and no more. */
const TELLS = { 'tell.notification-permission': 1, 'tell.brands': 1 }
const { readings, tally } = readTrace([], 2500)
const suspect = { summary: summarise(readings, tally, TELLS), backing: backedBy([]) }

/** A spotless visit first, then the screen's own work, all under the key and in the session that are to be trusted. */
async function drip(target: Target, key: DeviceKey, n: number): Promise<string> {
  const spotless: Visit = { ...personVisit(`dripper ${n}`, target.meter), lasts: 0, key, address: n }
  const client = clientOf(target, spotless)
  const { request, open, session } = await makeEvidence(target, spotless, client)
  await client.attest(request, open)
  const answer = await makeEvidence(target, { ...spotless, asks: { session, round: 1 } }, client)
  await client.attest(answer.request, answer.open)
  return session
}

async function spendTrust(target: Target, n: number): Promise<Loot> {
  const key = await makeKey()
  const session = await drip(target, key, n)
  return visit(target, { ...suspect, leaves: true, key, address: n, asks: { session } })
}

export const slowDripper: Attacker = {
  name: 'slow-dripper',
  does: 'drips spotless evidence to farm trust for its session and key, and spends it on a visit that would be asked',
  residual: {
    why: 'who does the screen’s work is let through with one soft suspicion, on purpose: the price of six page loads bounds it, and hard tells stand',
    most: 1,
    least: { hashes: 900_000 },
  },
  async start(target) {
    const { end } = await visit(target, { ...suspect, leaves: true })
    if (end !== 'challenge') throw new Error(`without trust, the visit would not be asked: ${end}`)
    return { attempt: (n) => spendTrust(target, n) }
  },
}
