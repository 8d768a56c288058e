import { createHash } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packVerdict, unpackVerdict } from './pack-verdict.js'
import type { VerdictRecord } from './ports.js'
import { VERDICT_WORDS } from './verdict-words.js'

/** With a number for whatever may have one. */
const record = {
  ...{ jti: 'j', reference: '7K3VM-Q2XR9', projectId: 'prj_a', session: 'sess_a', issuedAt: 1, action: 'allow', families: {}, hard: [] },
  observations: Array.from({ length: 150 }, (_, i) => ({ id: `input.some-${i}`, state: 'ok', value: i / 7 })),
} as unknown as VerdictRecord

describe('packed records', () => {
  it('come back as they were, with and without the words, as bytes and as a buffer of them', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 3 }), fc.boolean(), (json, withWords) => {
        const value = JSON.parse(json) as VerdictRecord
        const packed = packVerdict(value, withWords)
        expect(unpackVerdict(packed)).toEqual(value)
        expect(unpackVerdict(Uint8Array.from(packed).buffer)).toEqual(value)
      }),
    )
  })

  it('of before are read', () => {
    expect(unpackVerdict(deflateRawSync(JSON.stringify(record), { level: 1, windowBits: 13 }))).toEqual(record)
    expect(unpackVerdict(packVerdict(record, false))).toEqual(record)
  })

  it('without the words never begin as those with them', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(packVerdict(JSON.parse(json) as VerdictRecord, false)[0]).not.toBe(packVerdict(record, true)[0])
      }),
    )
  })
})

describe('the words', () => {
  it('stay as they are: what was packed with them lies in stores', () => {
    expect(createHash('sha256').update(VERDICT_WORDS).digest('hex').slice(0, 16)).toBe('196c8330e5f1afa2')
  })

  it('are few enough for deflate to reach all of them from most of a record', () => {
    expect(VERDICT_WORDS.length).toBeLessThan(16_384)
  })
})
