import { describe, expect, it } from 'vitest'
import { MAX_ATTEST_BYTES } from '../../../shared/wire/evidence.js'
import { checkSize } from './size.js'

describe('checkSize', () => {
  it('lets the largest body through and nothing larger', () => {
    expect(checkSize(new Uint8Array(MAX_ATTEST_BYTES)).ok).toBe(true)
    const bytes = MAX_ATTEST_BYTES + 1
    expect(checkSize(new Uint8Array(bytes))).toEqual({ ok: false, error: { reason: 'body-too-large', bytes } })
  })
})
