import { describe, expect, it } from 'vitest'
import { testRequest, testResponse } from '../testing/vectors.js'
import { checkContentDigest, contentDigest } from './content-digest.js'

const bytes = (text: string) => new TextEncoder().encode(text)
const faultOf = async (field: string, body: string) => {
  const checked = await checkContentDigest(field, bytes(body))
  return checked.ok ? 'fine' : checked.error
}

describe('Content-Digest', () => {
  it('is that of the bodies of RFC 9421 B.2', async () => {
    expect(await faultOf(testRequest.headers.get('content-digest')!, '{"hello": "world"}')).toBe('fine')
    expect(await faultOf(testResponse.headers.get('content-digest')!, '{"message": "good dog"}')).toBe('fine')
  })

  it('is written as it is read', async () => {
    expect(await faultOf(await contentDigest(bytes('body')), 'body')).toBe('fine')
    expect(await faultOf(await contentDigest(bytes('body')), 'other')).toBe('digest-wrong')
  })

  it('must be right in each algorithm that is known, and there must be one', async () => {
    const right = await contentDigest(bytes('body'))
    expect(await faultOf(`${right}, unixsum=:AAAA:`, 'body')).toBe('fine')
    expect(await faultOf(`${right}, sha-512=:AAAA:`, 'body')).toBe('digest-wrong')
    for (const field of ['', 'md5=:AAAA:', 'sha-256=1', 'sha-256=(:AAAA:)', '?'])
      expect(await faultOf(field, 'body')).toBe('digest-malformed')
  })
})
