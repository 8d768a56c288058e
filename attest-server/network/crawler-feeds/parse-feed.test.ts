import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FeedFormat } from '../../core/crawlers/crawler.js'
import { parseFeed } from './parse-feed.js'

const read = (text: string, format: FeedFormat) => {
  const set = parseFeed(text, format)
  return set.ok ? set.value.cidrs() : set.error
}

const entry = { ipv4Prefix: '66.249.64.0/27' }

describe("a vendor's list", () => {
  it("is Google's JSON, as Bing, OpenAI, Apple, DuckDuckGo and others write it too", () => {
    const text = JSON.stringify({ creationTime: '2026-08-17T14:46:48', prefixes: [entry, { ipv6Prefix: '2001:4860:4801:10::/64' }] })
    expect(read(text, 'prefixes')).toEqual(['66.249.64.0/27', '2001:4860:4801:10::/64'])
  })

  it("is JSON with the names of Amazon's cloud, with plain texts, or with Ahrefs' addresses", () => {
    expect(read('{"prefixes":[{"ip_prefix":"18.97.9.168/29"},{"ipv6_prefix":"2600:1f28::/56"}]}', 'prefixes')).toEqual([
      '18.97.9.168/29',
      '2600:1f28::/56',
    ])
    expect(read('{"prefixes":["18.97.9.168/29"]}', 'prefixes')).toEqual(['18.97.9.168/29'])
    expect(read('{"ips":[{"ip_address":"5.39.1.224"}]}', 'prefixes')).toEqual(['5.39.1.224/32'])
  })

  it('is lines, with any line ends, comments, empty lines and further columns', () => {
    expect(read('# ours\r\n13.232.220.164\r\n\n 23.22.2.46 # Virginia\n2600:1f18::/48,US,US-VA,Ashburn,\n', 'lines')).toEqual([
      '13.232.220.164/32',
      '23.22.2.46/32',
      '2600:1f18::/48',
    ])
  })

  it('is JSON in a page, after code that is something else', () => {
    const json = '{&quot;prefixes&quot;: [{&quot;ip_prefix&quot;: &quot;100.24.149.244&quot;}]}'
    expect(read(`<p><code>User-agent: Amazonbot</code></p><pre><code class="x">\n${json}\n</code></pre>`, 'page')).toEqual([
      '100.24.149.244/32',
    ])
  })

  it.each<[string, string, FeedFormat]>([
    ['empty', '{"prefixes":[]}', 'prefixes'],
    ['empty', '\n# nothing\n', 'lines'],
    ['malformed', '', 'prefixes'],
    ['malformed', '<html>Just a moment…</html>', 'prefixes'],
    ['malformed', 'null', 'prefixes'],
    ['malformed', '[]', 'prefixes'],
    ['malformed', '{"prefixes":{"length":1}}', 'prefixes'],
    ['malformed', '{"prefixes":[{"ipv4Prefix":1}]}', 'prefixes'],
    ['malformed', '{"prefixes":[{}]}', 'prefixes'],
    ['malformed', '{"prefixes":[null]}', 'prefixes'],
    ['malformed', '{"prefixes":[{"__proto__":{"ipv4Prefix":"8.8.8.8"}}]}', 'prefixes'],
    ['malformed', '['.repeat(100_000), 'prefixes'],
    ['malformed', 'x'.repeat(600), 'lines'],
    ['malformed', '<code>{"prefixes":', 'page'],
    ['malformed', '<code '.repeat(100_000), 'page'],
    ['not_a_prefix', '<html>\nJust a moment…\n</html>', 'lines'],
    ['not_a_prefix', JSON.stringify({ prefixes: [entry, { ipv4Prefix: 'everybody' }] }), 'prefixes'],
    ['not_public', JSON.stringify({ prefixes: [entry, { ipv4Prefix: '10.0.0.0/8' }] }), 'prefixes'],
    ['too_wide', JSON.stringify({ prefixes: [entry, { ipv4Prefix: '0.0.0.0/0' }] }), 'prefixes'],
    ['too_many', JSON.stringify({ prefixes: Array(20_001).fill(entry) }), 'prefixes'],
    ['too_many', '8.8.8.8\n'.repeat(20_001), 'lines'],
    ['covers_too_much', '20.0.0.0/8\n21.0.0.0/8\n22.0.0.0/8', 'lines'],
    ['covers_too_much', '2a00::/19\n2a20::/19\n2a40::/19', 'lines'],
  ])('is refused whole where it is %s: %.40s', (fault, text, format) => {
    expect(read(text, format)).toBe(fault)
  })

  it('is never an exception, whatever is sent', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((json) => `<code>${json}</code>`),
        ),
        fc.constantFrom<FeedFormat>('prefixes', 'lines', 'page'),
        (text, format) => {
          parseFeed(text, format)
        },
      ),
    )
  })
})
