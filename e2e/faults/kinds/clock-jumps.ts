import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { ChallengeResponse } from '../../../shared/wire/challenge.js'
import { checkLedger } from '../harness/check-ledger.js'
import type { Client } from '../harness/client.js'
import { clockModule } from '../harness/clock-module.js'
import type { Fault } from '../harness/fault.js'
import type { Findings } from '../harness/findings.js'
import { openLedger } from '../harness/ledger.js'
import { openStage, type Stage } from '../harness/stage.js'
import { untilRecovered } from '../harness/until-recovered.js'
import { redeem } from '../harness/work.js'

const HOUR = 3_600_000
/** The server drops what is over every ten seconds, in ms. */
const PRUNED = 12_000
/** As verdicts live, in s. */
const LIFE = 120

/** The life of a new verdict, by its own claims, is what was set. */
function checkLife(token: string, findings: Findings): void {
  const { iat, exp } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { iat: number; exp: number }
  if (exp - iat !== LIFE) findings.wrong(`a verdict lives for ${exp - iat} seconds`)
}

/** Challenges that were used before the jump, and one that was issued before it: at most one verdict each. */
async function askAgain(stage: Stage, used: ReturnType<typeof openLedger>, issued: ChallengeResponse, findings: Findings): Promise<void> {
  const { client } = stage
  for (const { request } of used.redeemed) {
    const { status } = await client.attest(request)
    if (status === 200) findings.repeated('a challenge that was used before the clock was set')
    else if (![403, 409, 410].includes(status)) findings.wrong(`a used challenge after the clock was set: ${status}`)
  }
  const request = await client.evidence(issued)
  const [first, second] = [await client.attest(request), await client.attest(request)]
  if (second.status === 200) findings.repeated('a challenge gave two verdicts')
  if (![200, 403, 409, 410].includes(first.status)) findings.wrong(`an older challenge after the clock was set: ${first.status}`)
}

async function challengeOf(client: Client): Promise<ChallengeResponse> {
  const { status, json } = await client.challenge()
  if (status !== 200) throw new Error(`no challenge: ${status}`)
  return json as ChallengeResponse
}

async function jump(stage: Stage, set: (shift: number) => void, shift: number, findings: Findings): Promise<void> {
  const used = openLedger()
  for (let i = 0; i < 3; i++) await redeem(stage.client, used)
  const issued = await challengeOf(stage.client)
  set(shift)
  const since = performance.now()
  await askAgain(stage, used, issued, findings)
  const fresh = openLedger()
  const { isDone, reply } = await redeem(stage.client, fresh)
  if (!isDone) findings.wrong(`no verdict after the clock was set: ${reply.status}`)
  for (const { token } of fresh.redeemed) checkLife(token, findings)
  findings.recovered(await untilRecovered(stage.client, stage.known, since))
  // What is over by the wrong clock is forgotten meanwhile.
  await pause(PRUNED)
  set(0)
  // Back again: what was used is used, in both times.
  for (const { request } of [...used.redeemed, ...fresh.redeemed]) {
    const { status } = await stage.client.attest(request)
    if (status === 200) findings.repeated('a challenge that was used before the clock was set back')
  }
  await checkLedger({ ...openLedger(), redeemed: used.redeemed }, stage.client, stage.site, findings)
  findings.ran()
}

export const clockJumps: Fault = {
  name: 'clock-jumps',
  does: 'the clock of a running server is set an hour forwards, an hour backwards, and right again',
  clients:
    'challenges of the other time are refused with 403, 409 or 410, and a new one succeeds at once; no challenge gives a second verdict',
  on: ['embedded'],
  cost: 40,
  async run({ deployment, runs, findings }) {
    const file = join(deployment.dataDir, 'clock-shift')
    const set = (shift: number) => writeFileSync(file, String(shift))
    set(0)
    const { url, remove } = clockModule()
    try {
      const stage = await openStage(deployment, { node: ['--import', url], env: { FAULTS_CLOCK: file } })
      for (let i = 0; i < runs; i++) for (const shift of [HOUR, -HOUR]) await jump(stage, set, shift, findings)
    } finally {
      await remove()
      rmSync(file, { force: true })
    }
  },
}
