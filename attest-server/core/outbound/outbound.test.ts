import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kindsOfAddresses } from '../../../shared/address/testing/kinds-of-addresses.js'
import { planConnection } from './connect-plan.js'
import { judgeAddress } from './judge-address.js'
import { checkOutboundUrl } from './outbound-url.js'

const limits = { loopback: false, ports: [443] }
const near = { loopback: true, ports: [443] }
const faultOf = (url: string, of = limits) => {
  const checked = checkOutboundUrl(url, of)
  return checked.ok ? 'fine' : checked.error
}

describe('an address', () => {
  it.each([
    '',
    '1.2.3',
    '01.2.3.4',
    '0x7f.0.0.1',
    '2130706433',
    '1.2.3.4.5',
    '1.2.3.256',
    '::1%eth0',
    '[::1]',
    ':::',
    '1::2::3',
    '1:2:3:4:5:6:7:8:9',
    '::1.2.3',
    '1:2:3:4:5:6:7::8:9',
    'fe80::g',
  ])('is not %j', (text) => {
    expect(judgeAddress(text)).toBe('not-an-address')
  })

  it.each(kindsOfAddresses.map(([text, kind, reach = kind]) => [text, reach] as const))('%s is %s', (text, kind) => {
    expect(judgeAddress(text)).toBe(kind)
  })
})

describe('a URL that a stranger wants fetched', () => {
  it.each([
    'https://agent.example',
    'https://agent.example:443/jwks.json?a=b',
    'https://xn--bcher-kva.example/',
    'https://a-b.c1.example/%2e',
  ])('%s is fine', (url) => {
    expect(faultOf(url)).toBe('fine')
  })

  it.each([
    ['http://agent.example', 'url-scheme'],
    ['ftp://agent.example', 'url-scheme'],
    ['file:///etc/passwd', 'url-scheme'],
    ['gopher://agent.example', 'url-scheme'],
    ['javascript:alert(1)', 'url-scheme'],
    ['https://2130706433/', 'url-literal-address'],
    ['https://0x7f000001/', 'url-literal-address'],
    ['https://0x7f.1/', 'url-literal-address'],
    ['https://017700000001/', 'url-literal-address'],
    ['https://0177.0.0.1/', 'url-literal-address'],
    ['https://127.1/', 'url-literal-address'],
    ['https://127.0.0.1./', 'url-literal-address'],
    ['https://8.8.8.8/', 'url-literal-address'],
    ['https://[::1]/', 'url-literal-address'],
    ['https://[::ffff:169.254.169.254]/', 'url-literal-address'],
    ['https://①②⑦.0.0.1/', 'url-malformed'],
    ['https://%31%32%37.0.0.1/', 'url-literal-address'],
    ['https://localhost/', 'url-local-name'],
    ['https://printer.local/', 'url-local-name'],
    ['https://metadata.google.internal/', 'url-local-name'],
    ['https://intranet/', 'url-local-name'],
    ['https://agent.example./', 'url-malformed'],
    ['https://a..example/', 'url-malformed'],
    ['https://a_b.example/', 'url-malformed'],
    ['https://-a.example/', 'url-malformed'],
    [`https://${'a'.repeat(64)}.example/`, 'url-malformed'],
    ['https://agent.example:8443/', 'url-port'],
    ['https://agent.example:22/', 'url-port'],
    ['https://user@agent.example/', 'url-credentials'],
    ['https://user:pw@agent.example/', 'url-credentials'],
    ['https://@agent.example/', 'url-credentials'],
    ['https://agent.example\\@evil.example/', 'url-malformed'],
    ['https://agent.example/#part', 'url-malformed'],
    ['https://agent\t.example/', 'url-malformed'],
    [' https://agent.example/', 'url-malformed'],
    ['//agent.example/', 'url-malformed'],
    ['https:agent.example', 'url-malformed'],
    ['https:///agent.example', 'url-malformed'],
    ['agent.example', 'url-malformed'],
    ['', 'url-malformed'],
    [`https://agent.example/${'a'.repeat(512)}`, 'url-malformed'],
  ])('%s is refused: %s', (url, fault) => {
    expect(faultOf(url)).toBe(fault)
  })

  it('may be http and loopback only where that is configured', () => {
    expect(faultOf('http://localhost:8080/jwks', near)).toBe('fine')
    expect(faultOf('http://127.0.0.1:8080/', near)).toBe('fine')
    expect(faultOf('http://agent.example/', near)).toBe('url-scheme')
    expect(faultOf('https://10.0.0.1/', near)).toBe('url-literal-address')
  })

  it('never makes the check throw', () => {
    fc.assert(fc.property(fc.oneof(fc.webUrl(), fc.string()), (url) => void checkOutboundUrl(url, near)))
  })
})

describe('a plan to connect', () => {
  const url = 'https://agent.example/keys'

  it('holds the name and the address that was judged', () => {
    expect(planConnection(url, ['8.8.8.8', '2606:4700::1111'], limits)).toEqual({
      ok: true,
      value: { url, host: 'agent.example', port: 443, secure: true, address: '8.8.8.8', family: 4 },
    })
  })

  it.each([
    [['127.0.0.1'], { reason: 'address-forbidden', kind: 'loopback' }],
    [['8.8.8.8', '10.0.0.1'], { reason: 'address-forbidden', kind: 'private' }],
    [['::ffff:10.0.0.1'], { reason: 'address-forbidden', kind: 'private' }],
    [['agent.example'], { reason: 'address-forbidden', kind: 'not-an-address' }],
    [[], { reason: 'name-unresolved' }],
    [Array.from({ length: 17 }, () => '8.8.8.8'), { reason: 'name-unresolved' }],
  ])('is not made for %j', (addresses, error) => {
    expect(planConnection(url, addresses, limits)).toEqual({ ok: false, error })
  })

  it('takes plain http to loopback alone, whatever the name resolves to', () => {
    expect(planConnection('http://localhost:8080/', ['127.0.0.1'], near).ok).toBe(true)
    expect(planConnection('http://localhost:8080/', ['8.8.8.8'], near).ok).toBe(false)
    expect(planConnection(url, ['127.0.0.1'], near).ok).toBe(false)
  })
})
