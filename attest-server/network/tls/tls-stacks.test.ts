import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { HelloShape } from '../../facts/fact.js'
import { valuesOf } from '../testing/client-hello-bytes.js'
import { helloShape } from './hello/hello-shape.js'
import { ja4OfHeader } from './ja4-of-header.js'
import { parseJa4 } from './parse-ja4.js'
import { tlsStackOf } from './tls-stacks.js'

const stackOf = (text: string) => tlsStackOf(parseJa4(text)!)

describe('the software that speaks TLS', () => {
  // FoxIO's mapping of fingerprints, published captures of 2026, and what programs sent to our own reader.
  it.each([
    ['t13d1516h2_8daaf6152771_02713d6af862', 'chromium'],
    ['t13d1517h2_8daaf6152771_cb7bf5808d99', 'chromium'],
    ['t13i1515h2_8daaf6152771_02713d6af862', 'chromium'],
    ['t13d1715h2_5b57614c22b0_7121afd63204', 'firefox'],
    ['t13d1617h2_86a278354501_3cbfd9057e0d', 'firefox'],
    ['t13d2014h2_a09f3c656075_14788d8d241b', 'safari'],
    ['t13d2613h2_2802a3db6c62_845d286b0d67', 'safari'],
  ])('%s is the browser %s', (ja4, engine) => {
    expect(stackOf(ja4)).toEqual({ kind: 'browser', engine })
  })

  it.each([
    ['t13d3112h2_e8f1e7e78f70_b26ce05bbdd6', 'openssl'],
    ['t13d1813h1_85036bcba153_d339722ba4af', 'python'],
    ['t13d5911h1_a33745022dd6_1f22a2ca17c4', 'node'],
    ['t13d3713h2_db35923f8641_7c76daad20ec', 'java'],
    ['t13d1312h2_f57a46bbacb6_ab7e3b40a677', 'go'],
  ])('%s is the library %s', (ja4, name) => {
    expect(stackOf(ja4)).toEqual({ kind: 'library', name })
  })

  it.each([
    ['GnuTLS with HTTP/2, which GNOME’s browser speaks', 't13d2913h2_723694b0fccc_23bb5c11ba0e'],
    ['Windows’ own, which old Edge speaks', 't12d190800_d83cc789557e_7af1ed941c26'],
    ['QUIC, in which all are alike', 'q13d0312h3_55b375c5d22e_06cda9e17597'],
    ['a browser’s suites without HTTP/2, as some runtimes have them', 't13d1714h1_5b57614c22b0_7baf387fc6ff'],
    ['tomorrow’s', 't13d1416h2_000000000001_000000000002'],
  ])('is not known of %s', (_, ja4) => {
    expect(stackOf(ja4)).toBeUndefined()
  })
})

describe('the software whose hello was read here', () => {
  const stack = (text: string, shape: HelloShape) => tlsStackOf(parseJa4(text)!, shape)
  const unheardOf = 't13d1416h2_000000000001_000000000002'

  it('is a browser in its suites and in how the hello is written', () => {
    expect(stack('t13d1516h2_8daaf6152771_02713d6af862', 'chromium')).toEqual({ kind: 'browser', engine: 'chromium' })
    expect(stack('t13d1617h2_86a278354501_3cbfd9057e0d', 'firefox')).toEqual({ kind: 'browser', engine: 'firefox' })
    expect(stack('t13d2014h2_a09f3c656075_14788d8d241b', 'greased')).toEqual({ kind: 'browser', engine: 'safari' })
  })

  it('is tomorrow’s Chromium or Firefox, whose suites nobody knows', () => {
    expect(stack(unheardOf, 'chromium')).toEqual({ kind: 'browser', engine: 'chromium' })
    expect(stack(unheardOf, 'firefox')).toEqual({ kind: 'browser', engine: 'firefox' })
  })

  it('is not known of a library that copies a browser’s suites, of a mixture, or of others', () => {
    expect(stack('t13d1516h2_8daaf6152771_02713d6af862', 'plain')).toBeUndefined()
    expect(stack('t13d1516h2_8daaf6152771_02713d6af862', 'greased')).toBeUndefined()
    expect(stack('t13d1813h1_85036bcba153_d339722ba4af', 'chromium')).toBeUndefined()
    for (const shape of ['greased', 'plain'] as const) expect(stack(unheardOf, shape)).toBeUndefined()
  })

  it('is a library that writes as libraries do, greased or not', () => {
    for (const shape of ['greased', 'plain'] as const)
      expect(stack('t13d1813h1_85036bcba153_d339722ba4af', shape)).toEqual({ kind: 'library', name: 'python' })
  })
})

describe('how a hello is written', () => {
  const hello = { legacyVersion: 0x0303, versions: [], signatureAlgorithms: [], alpn: undefined }
  const shape = (ciphers: string, extensions: string) =>
    helloShape({ ...hello, ciphers: valuesOf(ciphers), extensions: valuesOf(extensions) })

  it('shows in GREASE among the suites, and in extensions that one engine alone has', () => {
    expect(shape('1a1a,1301', '0000,4469')).toBe('chromium')
    expect(shape('1301,fafa', '44cd')).toBe('chromium')
    expect(shape('1301', '001c,0022')).toBe('firefox')
    expect(shape('1a1a,1301', '0000')).toBe('greased')
  })

  it('is a library’s without them: ALPS without GREASE, or a limit of records that GnuTLS has too', () => {
    for (const extensions of ['0000', '4469', '001c', '0022']) expect(shape('1301', extensions), extensions).toBe('plain')
    expect(shape('1a0a,1301', '0000'), 'no value of GREASE').toBe('plain')
  })
})

describe('a JA4 from a header', () => {
  const ja4 = 't13d1516h2_8daaf6152771_02713d6af862'
  const headers = new Map([
    ['cf-ja4', ` ${ja4} `],
    ['x-ja4', 'none'],
  ])

  it('is believed where somebody is configured to write it', () => {
    expect(ja4OfHeader(headers, 'cf-ja4')).toBe(ja4)
  })

  it('is unknown where nobody is, or it is not there, or is none', () => {
    for (const name of [undefined, 'cdn-ja4', 'x-ja4']) expect(ja4OfHeader(headers, name)).toBeUndefined()
  })

  it('has one shape', () => {
    const wrong = [
      '',
      ja4.toUpperCase(),
      ja4.slice(1),
      `${ja4}0`,
      `${ja4}\n`,
      ja4.replace('t13', 'x13'),
      ja4.replace('t13', 't14'),
      ja4.replace('h2', '<>'),
      ja4.replace('_8', '-8'),
    ]
    for (const text of wrong) expect(parseJa4(text), text).toBeUndefined()
    for (const text of [ja4, ja4.replace('t13', 'qs3'), ja4.replace('t13', 'dd2'), ja4.replace('t13d', 't00i')])
      expect(parseJa4(text)?.text).toBe(text)
    fc.assert(fc.property(fc.string({ maxLength: 60 }), (text) => parseJa4(text) === undefined || text.length === 36))
  })
})
