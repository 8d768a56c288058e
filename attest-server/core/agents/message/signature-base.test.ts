import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { parseAgentKey } from '../agent-key.js'
import { checkSignature } from '../check-signature.js'
import { decodeBase64 } from '../fields/base64.js'
import { parseDictionary } from '../fields/parse-field.js'
import type { InnerList } from '../fields/structured-field.js'
import { agentRequest, agentVectors, ed25519Key, p256Key, rsaKey, sharedSecret, testRequest, testResponse } from '../testing/vectors.js'
import type { HttpMessage, RequestMessage } from './http-message.js'
import { signatureBase } from './signature-base.js'
import { parseSignatures } from './signatures.js'

function covered(input: string): InnerList {
  const parsed = parseDictionary(`sig=${input}`)
  return (parsed.ok && parsed.value.get('sig')) as InnerList
}

const baseOf = (input: string, message: HttpMessage) => signatureBase(covered(input), message)
const faultOf = (input: string, message: HttpMessage) => {
  const base = baseOf(input, message)
  return base.ok ? undefined : base.error.reason
}
const lineOf = (component: string, message: HttpMessage) => {
  const base = baseOf(`(${component})`, message)
  return base.ok ? base.value.split('\n')[0] : base.error.reason
}

const cases = [
  {
    name: 'B.2.1, minimal, RSA-PSS',
    key: rsaKey,
    message: testRequest,
    input: '();created=1618884473;keyid="test-key-rsa-pss";nonce="b3k2pp5k7z-50gnwp.yemd"',
    lines: [],
    signature:
      'd2pmTvmbncD3xQm8E9ZV2828BjQWGgiwAaw5bAkgibUopemLJcWDy/lkbbHAve4cRAtx31Iq786U7it++wgGxbtRxf8Udx7zFZsckzXaJMkA7ChG52eSkFxykJeNqsrWH5S+oxNFlD4dzVuwe8DhTSja8xxbR/Z2cOGdCbzR72rgFWhzx2VjBqJzsPLMIQKhO4DGezXehhWwE56YCE+O6c0mKZsfxVrogUvA4HELjVKWmAvtl6UnCh8jYzuVG5WSb/QEVPnP5TmcAnLH1g+s++v6d4s8m0gCw1fV5/SITLq9mhho8K3+7EPYTU8IU1bLhdxO5Nyt8C8ssinQ98Xw9Q==',
  },
  {
    name: 'B.2.2, selective, RSA-PSS',
    key: rsaKey,
    message: testRequest,
    input: '("@authority" "content-digest" "@query-param";name="Pet");created=1618884473;keyid="test-key-rsa-pss";tag="header-example"',
    lines: [
      '"@authority": example.com',
      '"content-digest": sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:',
      '"@query-param";name="Pet": dog',
    ],
    signature:
      'LjbtqUbfmvjj5C5kr1Ugj4PmLYvx9wVjZvD9GsTT4F7GrcQEdJzgI9qHxICagShLRiLMlAJjtq6N4CDfKtjvuJyE5qH7KT8UCMkSowOB4+ECxCmT8rtAmj/0PIXxi0A0nxKyB09RNrCQibbUjsLS/2YyFYXEu4TRJQzRw1rLEuEfY17SARYhpTlaqwZVtR8NV7+4UKkjqpcAoFqWFQh62s7Cl+H2fjBSpqfZUJcsIk4N6wiKYd4je2U/lankenQ99PZfB4jY3I5rSV2DSBVkSFsURIjYErOs0tFTQosMTAoxk//0RoKUqiYY8Bh0aaUEb0rQl3/XaVe4bXTugEjHSw==',
  },
  {
    name: 'B.2.3, full coverage, RSA-PSS',
    key: rsaKey,
    message: testRequest,
    input:
      '("date" "@method" "@path" "@query" "@authority" "content-type" "content-digest" "content-length");created=1618884473;keyid="test-key-rsa-pss"',
    lines: [
      '"date": Tue, 20 Apr 2021 02:07:55 GMT',
      '"@method": POST',
      '"@path": /foo',
      '"@query": ?param=Value&Pet=dog',
      '"@authority": example.com',
      '"content-type": application/json',
      '"content-digest": sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:',
      '"content-length": 18',
    ],
    signature:
      'bbN8oArOxYoyylQQUU6QYwrTuaxLwjAC9fbY2F6SVWvh0yBiMIRGOnMYwZ/5MR6fb0Kh1rIRASVxFkeGt683+qRpRRU5p2voTp768ZrCUb38K0fUxN0O0iC59DzYx8DFll5GmydPxSmme9v6ULbMFkl+V5B1TP/yPViV7KsLNmvKiLJH1pFkh/aYA2HXXZzNBXmIkoQoLd7YfW91kE9o/CCoC1xMy7JA1ipwvKvfrs65ldmlu9bpG6A9BmzhuzF8Eim5f8ui9eH8LZH896+QIF61ka39VBrohr9iyMUJpvRX2Zbhl5ZJzSRxpJyoEZAFL2FUo5fTIztsDZKEgM4cUA==',
  },
  {
    name: 'B.2.4, a response, ECDSA P-256',
    key: p256Key,
    message: testResponse,
    input: '("@status" "content-type" "content-digest" "content-length");created=1618884473;keyid="test-key-ecc-p256"',
    lines: [
      '"@status": 200',
      '"content-type": application/json',
      '"content-digest": sha-512=:mEWXIS7MaLRuGgxOBdODa3xqM1XdEvxoYhvlCFJ41QJgJc4GTsPp29l5oGX69wWdXymyU0rjJuahq4l5aGgfLQ==:',
      '"content-length": 23',
    ],
    signature: 'wNmSUAhwb5LxtOtOpNa6W5xj067m5hFrj0XQ4fvpaCLx0NKocgPquLgyahnzDnDAUy5eCdlYUEkLIj+32oiasw==',
  },
  {
    name: 'B.2.6, Ed25519',
    key: ed25519Key,
    message: testRequest,
    input: '("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519"',
    lines: [
      '"date": Tue, 20 Apr 2021 02:07:55 GMT',
      '"@method": POST',
      '"@path": /foo',
      '"@authority": example.com',
      '"content-type": application/json',
      '"content-length": 18',
    ],
    signature: 'wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==',
  },
]

async function verifies(key: object, signature: string, base: string): Promise<boolean> {
  const parsed = await parseAgentKey(key)
  const bytes = decodeBase64(signature)
  return parsed.ok && bytes.ok && checkSignature(parsed.value, bytes.value, base)
}

describe('the signature base', () => {
  it.each(cases)('is that of RFC 9421 $name, whose signature is good for it and for no other', async (vector) => {
    const base = baseOf(vector.input, vector.message)
    const wanted = [...vector.lines, `"@signature-params": ${vector.input}`].join('\n')
    expect(base).toEqual({ ok: true, value: wanted })
    expect(await verifies(vector.key, vector.signature, wanted)).toBe(true)
    expect(await verifies(vector.key, vector.signature, `${wanted} `)).toBe(false)
  })

  it('is that of RFC 9421 B.2.5, whose MAC Node computes from it', () => {
    const base = baseOf('("date" "@authority" "content-type");created=1618884473;keyid="test-shared-secret"', testRequest)
    const mac = createHmac('sha256', Buffer.from(sharedSecret, 'base64')).update(base.ok ? base.value : '')
    expect(mac.digest('base64')).toBe('pxcQw6G3AjtMBQjwo8XzkZf/bws5LelbaMk5rGIGtE8=')
  })

  it.each(agentVectors)('is that of the Web Bot Auth draft: $name', async (vector) => {
    const request = agentRequest(vector)
    const signatures = parseSignatures(request.headers)
    const [one] = signatures.ok ? signatures.value : []
    const base = signatureBase(one!.covered, request)
    expect(base.ok && (await verifies(vector.key, vector.signature.slice(6, -1), base.value))).toBe(true)
  })
})

describe('a derived component', () => {
  const at = (url: string): RequestMessage => ({ method: 'GET', url, headers: new Map() })

  // RFC 9421 §2.2.2 to §2.2.7
  it.each([
    ['"@target-uri"', 'https://www.example.com/path?param=value', '"@target-uri": https://www.example.com/path?param=value'],
    ['"@authority"', 'HTTPS://WWW.Example.com:443/', '"@authority": www.example.com'],
    ['"@authority"', 'https://www.example.com:8443/', '"@authority": www.example.com:8443'],
    ['"@scheme"', 'HTTP://www.example.com/', '"@scheme": http'],
    ['"@request-target"', 'https://www.example.com/path?param=value', '"@request-target": /path?param=value'],
    ['"@path"', 'https://www.example.com', '"@path": /'],
    ['"@path"', "https://www.example.com/it's/%7Ea?x", '"@path": /it\'s/%7Ea'],
    ['"@query"', 'https://www.example.com/path?param=value&foo=bar&baz=bat%2Dman', '"@query": ?param=value&foo=bar&baz=bat%2Dman'],
    ['"@query"', 'https://www.example.com/path?', '"@query": ?'],
    ['"@query"', 'https://www.example.com/path#part', '"@query": ?'],
  ])('%s of %s', (component, url, line) => {
    expect(lineOf(component, at(url))).toBe(line)
  })

  // RFC 9421 §2.2.8
  it.each([
    ['baz', 'batman'],
    ['qux', ''],
    ['param', 'value'],
    ['var', 'this%20is%20a%20big%0Amultiline%20value'],
    ['bar', 'with%20plus%20whitespace'],
    ['fa%C3%A7ade%22%3A%20', 'something'],
  ])('the query parameter %s', (name, value) => {
    const url =
      'https://www.example.com/p?param=value&baz=batman&qux=&var=this%20is%20a%20big%0Amultiline%20value&bar=with+plus+whitespace&fa%C3%A7ade%22%3A%20=something'
    expect(lineOf(`"@query-param";name="${name}"`, at(url))).toBe(`"@query-param";name="${name}": ${value}`)
  })

  it('is not there for a query parameter that comes twice, or not at all', () => {
    expect(lineOf('"@query-param";name="a"', at('https://x.example/?a=1&a=2'))).toBe('component-ambiguous')
    expect(lineOf('"@query-param";name="b"', at('https://x.example/?a=1'))).toBe('component-missing')
  })
})

describe('a covered field', () => {
  const message: RequestMessage = {
    method: 'GET',
    url: 'https://example.com/',
    headers: new Map([
      ['x-spaces', '  a,  b '],
      ['content-digest', 'sha-256=:AAAA:,sha-512=:BBBB:  '],
      ['sec-fetch-mode', ' navigate '],
      ['x-lines', 'a\n"@authority": evil.example'],
      ['x-letters', 'é'],
      ['x-edge', 'a\u00a0'],
      ['x-end', 'a\n'],
    ]),
  }

  it.each([
    ['"x-spaces"', '"x-spaces": a,  b'],
    ['"content-digest";sf', '"content-digest";sf: sha-256=:AAAA:, sha-512=:BBBB:'],
    ['"content-digest";key="sha-512"', '"content-digest";key="sha-512": :BBBB:'],
    ['"sec-fetch-mode";sf', '"sec-fetch-mode";sf: navigate'],
  ])('%s', (component, line) => {
    expect(lineOf(component, message)).toBe(line)
  })

  it.each([
    ['"x-none"', 'component-missing'],
    ['"content-digest";key="sha-1"', 'component-missing'],
    ['"x-letters";key="a"', 'field-malformed'],
    ['"x-spaces";sf', 'component-unsupported'],
    ['"x-spaces";bs', 'component-unsupported'],
    ['"x-spaces";tr', 'component-unsupported'],
    ['"x-spaces";req', 'component-not-of-request'],
    ['"x-spaces";sf=?0', 'component-parameter'],
    ['"content-digest";sf;key="sha-256"', 'component-parameter'],
    ['"x-spaces";other', 'component-parameter'],
    ['"@authority";key="a"', 'component-parameter'],
    ['"@query-param"', 'component-parameter'],
    ['"@query-param";name="%61"', 'component-parameter'],
    ['"@query-param";name="%"', 'component-parameter'],
    ['"X-Spaces"', 'component-malformed'],
    ['token', 'component-malformed'],
    ['"@signature-params"', 'component-unknown'],
    ['"@status"', 'component-not-of-request'],
    ['"x-lines"', 'component-characters'],
    ['"x-letters"', 'component-characters'],
    ['"x-edge"', 'component-characters'],
    ['"x-end"', 'component-characters'],
    ['"x-spaces" "x-spaces"', 'component-repeated'],
    [Array.from({ length: 17 }, (_, i) => `"x-${i}"`).join(' '), 'too-many-components'],
  ])('refuses %s: %s', (component, reason) => {
    expect(faultOf(`(${component})`, message)).toBe(reason)
  })

  it('may be of the request that a response answers, if it says so', () => {
    expect(lineOf('"@method";req', testResponse)).toBe('"@method";req: POST')
    expect(lineOf('"date";req', testResponse)).toBe('"date";req: Tue, 20 Apr 2021 02:07:55 GMT')
    expect(lineOf('"@method"', testResponse)).toBe('component-not-of-response')
  })
})
