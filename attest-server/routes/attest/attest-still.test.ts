import { decodeJwt } from 'jose'
import { beforeEach, describe, expect, it } from 'vitest'
import { STILL_CARD } from '../../../shared/wire/evidence.js'
import type { AttestResponse } from '../../../shared/wire/verdict.js'
import { stillClaims } from '../../testing/honest-client.js'
import { newVisit, type Visit, visit } from '../../testing/visit.js'

let page: Visit
beforeEach(async () => {
  page = await newVisit()
})

/** Whoever has seen nothing has committed to nothing. */
const still = () => ({ ...stillClaims(page.claims()), trace: undefined })
const outcome = async (changes: object = {}) => page.outcome(await page.body({ ...still(), ...changes }))
const refused = (reason: string) => ({ status: 403, code: 'evidence-refused', reason })

describe('POST /v1/attest on a visitor who has done nothing yet', () => {
  it('says the same as of evidence that was made with all of the collector', async () => {
    const other = await newVisit()
    const said = async (visit: Visit, changes: object) => {
      const { token } = (await (await visit.attest(await visit.body(changes))).json()) as AttestResponse
      const { action, score, band, assurance } = decodeJwt(token)
      return { action, score, band, assurance }
    }
    expect(still()).toMatchObject({ features: '', card: STILL_CARD, llr: 0 })
    const short = await said(page, still())
    expect(short).toMatchObject({ action: 'allow', assurance: 'signed' })
    expect(short).toEqual(await said(other, {}))
  })

  it('weighs what it shows of a program', async () => {
    const { tells } = still()
    const response = await page.attest(await page.body({ ...still(), tells: `B${tells.slice(1)}` }))
    expect(await response.json()).toMatchObject({ action: 'block' })
  })

  it('refuses it with more than such a visitor can show, or with less', async () => {
    const { tells, tally } = still()
    const whole = page.claims()
    for (const changes of [
      { tells: tells.slice(1) },
      { tells: whole.tells },
      { features: whole.features },
      { tally: [...tally, 1] },
      { tally: [] },
    ]) {
      expect(await outcome(changes), Object.keys(changes)[0]).toEqual(refused('summary-length'))
      page = await newVisit()
    }
  })

  it('refuses it with a trace: nothing was observed', async () => {
    expect(await outcome({ trace: page.claims().trace })).toEqual(refused('trace-impossible'))
  })

  it('refuses it in a round that a screen asked for: senses.js stands behind each of them', async () => {
    const server = page.server
    page = await visit(server, undefined, { round: 1 })
    expect(await outcome()).toEqual(refused('still-challenged'))
  })

  it('refuses it with a sum, or with a tell that was not asked for', async () => {
    expect(await outcome({ llr: -2.6 })).toEqual(refused('client-score-mismatch'))
    page = await newVisit()
    expect(await outcome({ tells: `7${still().tells.slice(1)}` })).toEqual(refused('observation-impossible'))
  })
})
