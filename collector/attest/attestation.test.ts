import { describe, expect, it } from 'vitest'
import type { AttestResponse } from '../../shared/wire/verdict.js'
import { attestationOf } from './attestation.js'

const response: AttestResponse = {
  ...{ token: 't', action: 'allow', score: 0.1, band: 'human', assurance: 'signed', session: 's', expiresIn: 120, reference: 'r' },
}

describe('what the page is told of a verdict', () => {
  it('is all of it but its life', () => {
    const { expiresIn: _, ...verdict } = response
    expect(attestationOf(response)).toEqual({ status: 'ok', ...verdict })
    expect(attestationOf({ ...response, assurance: 'unsigned' }).status).toBe('ok')
  })

  it('is also that next to nothing was seen, for the backend may refuse it in spite of its action', () => {
    expect(attestationOf({ ...response, assurance: 'noscript' })).toMatchObject({ status: 'unseen', action: 'allow', token: 't' })
  })
})
