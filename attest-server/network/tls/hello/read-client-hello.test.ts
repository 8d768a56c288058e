import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clientHelloRecords, valuesOf } from '../../testing/client-hello-bytes.js'
import type { ClientHello } from './parse-client-hello.js'
import { createHelloReader } from './read-client-hello.js'

const hello: ClientHello = {
  legacyVersion: 0x0303,
  ciphers: valuesOf('1a1a,1301,1302,c02b'),
  extensions: valuesOf('0000,000a,000d,0010,002b,ff01'),
  versions: [0x0304, 0x0303],
  signatureAlgorithms: [0x0403, 0x0804],
  alpn: Buffer.from('h2'),
}
const read = (bytes: Uint8Array) => createHelloReader().push(bytes)
const whole = clientHelloRecords(hello)
const faultOf = (bytes: Uint8Array) => {
  const result = read(bytes)
  return result.ok ? undefined : result.error
}

/** The same, by parts of these lengths, over and over. */
function inParts(bytes: Uint8Array, steps: readonly number[]) {
  const reader = createHelloReader()
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const step = Math.max(1, steps[i % steps.length]!)
    const result = reader.push(bytes.subarray(at, at + step))
    if (result.ok || result.error !== 'incomplete') return result
    at += step
  }
  return reader.push(new Uint8Array())
}

describe('reading a ClientHello', () => {
  it('finds what was written, GREASE included', () => {
    expect(read(whole)).toEqual({ ok: true, value: { ...hello, alpn: expect.objectContaining({ length: 2 }) } })
  })

  it('finds the same in records of any size', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 400 }), (most) => read(clientHelloRecords(hello, most)).ok))
  })

  it('does not mind what comes behind it: early data, another record’s beginning', () => {
    for (const rest of [[20, 3, 3, 0, 1, 1], [23, 3, 3, 0, 9], [22, 3], [0]]) {
      expect(read(Buffer.concat([whole, Buffer.from(rest)])).ok, String(rest)).toBe(true)
    }
  })

  it('asks for more as long as any byte is missing', () => {
    for (let length = 0; length < whole.length; length++) expect(faultOf(whole.subarray(0, length)), String(length)).toBe('incomplete')
  })

  it('knows from the first byte what is no TLS', () => {
    expect(faultOf(Buffer.from('GET / HTTP/1.1\r\n'))).toBe('not-tls')
    expect(faultOf(Buffer.from('P'))).toBe('not-tls')
    expect(faultOf(Buffer.from([22, 2]))).toBe('not-tls')
    expect(faultOf(Buffer.from([22, 3, 1, 0, 4, 2, 0, 0, 0])), 'a ServerHello').toBe('not-tls')
    expect(faultOf(Buffer.from([22, 3, 1, 0, 0])), 'an empty record').toBe('not-tls')
  })

  it('refuses what claims to be longer than any hello', () => {
    expect(faultOf(Buffer.from([22, 3, 1, 0, 4, 1, 255, 255, 255]))).toBe('too-long')
    expect(faultOf(Buffer.from([22, 3, 1, 255, 255]))).toBe('not-tls')
  })

  it('refuses lengths that do not fit each other, wherever one is changed', () => {
    const malformed = [
      clientHelloRecords({ ...hello, extensions: [...hello.extensions, 10] }),
      Buffer.from(whole).fill(255, 43, 44),
      Buffer.from(whole).fill(255, 76, 77),
    ]
    for (const bytes of malformed) expect(faultOf(bytes)).toBe('malformed')
  })

  it('says the same of the same bytes, in whatever parts they come', () => {
    const change = fc.option(fc.record({ at: fc.nat(whole.length - 1), to: fc.nat(255) }), { nil: undefined })
    fc.assert(
      fc.property(
        change,
        fc.array(fc.nat(60), { minLength: 1, maxLength: 9 }),
        fc.integer({ min: 1, max: 300 }),
        (changed, steps, most) => {
          const bytes = clientHelloRecords(hello, most)
          if (changed) bytes[changed.at] = changed.to
          expect(inParts(bytes, steps)).toEqual(read(bytes))
        },
      ),
      { numRuns: 1000 },
    )
  })

  // Looked at anew with each byte, these would keep the process busy beyond any test's time.
  it('takes sixteen thousand records of one byte each, byte by byte', () => {
    const long = clientHelloRecords({ ...hello, ciphers: Array.from({ length: 8000 }, (_, i) => i) }, 1)
    expect(inParts(long, [1]).ok).toBe(true)
  })

  it('never throws, whatever bytes come', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => typeof read(bytes).ok === 'boolean'))
    const change = fc.record({ at: fc.nat(whole.length - 1), to: fc.nat(255) })
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const bytes = Buffer.from(whole)
        for (const { at, to } of changes) bytes[at] = to
        return typeof read(bytes).ok === 'boolean'
      }),
      { numRuns: 2000 },
    )
  })
})
