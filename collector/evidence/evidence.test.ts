import { compactVerify, decodeProtectedHeader, importJWK, type JWK } from 'jose'
import { describe, expect, it } from 'vitest'
import { features } from '../../shared/features/index.js'
import { type Tally, tallyKeys } from '../../shared/features/reading/tally.js'
import { move } from '../../shared/features/testing/traces.js'
import { failed, seen, unsupported } from '../../shared/observation.js'
import { clientCard } from '../../shared/scorecard/client-card.js'
import { score } from '../../shared/scorecard/score.js'
import { traceOf } from '../../shared/trace/testing/trace-of.js'
import { EVIDENCE_TYPE } from '../../shared/wire/evidence.js'
import { tellIds } from '../../shared/wire/tells.js'
import { deviceKeyOf, generateKeyPair } from '../device-key/device-key.js'
import type { Findings } from '../senses/sensing.js'
import { summarise } from '../senses/summarise.js'
import { sensedTells } from '../tells/sensed-tells.js'
import { stillTells } from '../tells/still-tells.js'
import { assemble, type Binding } from './assemble.js'
import { encodeTells } from './encode-tells.js'
import { signJws } from './sign.js'

const binding: Binding = {
  nonce: 'A'.repeat(22),
  pow: 'A'.repeat(86),
  now: 1_795_000_000,
  origin: 'https://a-rather-long-name.of-a-shop.example',
  action: 'sign-up',
  seq: 12,
}
const tally = Object.fromEntries(tallyKeys.map((key, i) => [key, 10_000 + i])) as unknown as Tally
const report = score(new Map(), clientCard)
const nothing: Findings = { tells: new Map(), features: new Map(), tally, report }
const everything: Findings = {
  tells: new Map(tellIds.map((id) => [id, seen(true)])),
  features: new Map(features.map(({ id, range }) => [id, seen(range[1])])),
  tally,
  report,
}

const sumUp = (findings: Findings) => ({ tells: encodeTells([...stillTells, ...sensedTells], findings.tells), ...summarise(findings) })

describe('the evidence', () => {
  it('carries values by position', () => {
    const [first] = features
    const summary = sumUp({
      ...nothing,
      tells: new Map([
        [tellIds[1]!, seen(true)],
        [tellIds[2]!, unsupported],
        [tellIds[3]!, failed('threw')],
      ]),
      features: new Map([[first!.id, seen(first!.range[0])]]),
    })
    const claims = assemble(binding, summary)
    expect(claims.tells.slice(0, 4)).toBe('9B_8')
    expect(claims.tells).toHaveLength(tellIds.length)
    expect(claims.features).toBe(`AA${'__'.repeat(features.length - 1)}`)
    expect(claims.tally).toEqual(tallyKeys.map((_, i) => 10_000 + i))
    expect(claims).toMatchObject({
      v: 1,
      eat_nonce: binding.nonce,
      iat: binding.now,
      action: 'sign-up',
      seq: 12,
      card: clientCard.version,
    })
  })

  it('is a JWS that a stock library verifies with the key in its header', async () => {
    const key = await deviceKeyOf(await generateKeyPair())
    const claims = assemble(binding, sumUp(everything))
    const jws = await signJws(EVIDENCE_TYPE, claims, key)
    const header = decodeProtectedHeader(jws)
    expect(header).toEqual({ alg: 'ES256', typ: EVIDENCE_TYPE, jwk: key.jwk })
    const { payload } = await compactVerify(jws, await importJWK(header.jwk as JWK, 'ES256'))
    expect(JSON.parse(new TextDecoder().decode(payload))).toEqual(claims)
  })

  it('stays within 1.5 KB when every tell and feature has a value, and a visitor has moved for minutes', async () => {
    const { trace } = traceOf(Array.from({ length: 10_000 }, (_, i) => move(17 * i, 20 * (i % 40), 300 + (i % 7) ** 2))).commit(
      binding.nonce,
    )
    const jws = await signJws(EVIDENCE_TYPE, assemble(binding, { ...sumUp(everything), trace }), await deviceKeyOf(await generateKeyPair()))
    expect(jws.length).toBeLessThanOrEqual(1536)
  })
})
