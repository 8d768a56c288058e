import { describe, expect, it } from 'vitest'
import { REVOCATIONS_TYPE } from '../shared/wire/revocations.js'
import { VERDICT_TYPE } from '../shared/wire/verdict.js'
import { makeIssuer } from './testing/make-issuer.js'
import { makeList } from './testing/make-list.js'
import { readHeader } from './token.js'

describe('a header', () => {
  it('is none of another type, whichever it was read for before', async () => {
    const issuer = await makeIssuer()
    const [verdict, list] = [await issuer.sign(), await makeList(issuer)]
    for (let i = 0; i < 2; i++) {
      expect(readHeader(verdict, REVOCATIONS_TYPE)).toBeUndefined()
      expect(readHeader(list)).toBeUndefined()
      expect(readHeader(verdict)).toEqual({ typ: VERDICT_TYPE, alg: 'ES256', kid: issuer.kid })
      expect(readHeader(list, REVOCATIONS_TYPE)).toEqual({ typ: REVOCATIONS_TYPE, alg: 'ES256', kid: issuer.kid })
    }
  })
})
