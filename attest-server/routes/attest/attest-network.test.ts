import { describe, expect, it } from 'vitest'
import type { AttestResponse } from '../../../shared/wire/verdict.js'
import { enrichment } from '../../testing/enrichment.js'
import { newVisit } from '../../testing/visit.js'

const JA4 = 't13d3112h2_e8f1e7e78f70_b26ce05bbdd6'

type Known = Record<string, unknown>

/** What an honest visit with these headers is found to be by its network, where the databases know one address. */
async function networkOf(headers: Readonly<Record<string, string>>, ja4Header?: string): Promise<{ action: string; known: Known }> {
  const enrich = (ip: string) => enrichment(ip === '8.8.4.4' ? { ip, datacenter: true, asnClass: 'hosting', tor: true } : { ip })
  const page = await newVisit({ settings: { trustedProxies: 1 }, deps: { client: { enrich, ja4Header } } })
  const verdict = (await (await page.attest(await page.body(), headers)).json()) as AttestResponse
  const authorization = `Bearer ${page.server.secretKey}`
  const response = await page.server.app.request(`/v1/verdicts/${verdict.reference}`, { headers: { authorization } })
  const { observations } = (await response.json()) as { observations: { id: string; state: string; value?: unknown }[] }
  const said = observations.filter(({ id, state }) => id.startsWith('net.') && state === 'ok')
  return { action: verdict.action, known: Object.fromEntries(said.map(({ id, value }) => [id, value])) }
}

describe('the network of a visit', () => {
  it('is written down, and gets nobody asked', async () => {
    expect(await networkOf({ 'x-forwarded-for': '8.8.4.4' })).toEqual({
      action: 'allow',
      known: { 'net.datacenter': 2, 'net.anonymiser': 2 },
    })
  })

  it('is unknown where no database says anything, and where the address is a guess', async () => {
    for (const headers of [{ 'x-forwarded-for': '8.8.8.8' }, { 'x-forwarded-for': 'unknown' }, {} as Record<string, string>])
      expect((await networkOf(headers)).known).toEqual({})
  })

  it('has the TLS that a trusted header tells, and no other', async () => {
    expect((await networkOf({ 'x-ja4': JA4 }, 'x-ja4')).known).toEqual({ 'net.tls-library': 1 })
    expect((await networkOf({ 'x-ja4': JA4 })).known).toEqual({})
  })
})
