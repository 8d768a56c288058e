import { z } from 'zod'
import { check, equal, field, oneOf, shape, status } from '../harness/assertions.js'
import type { Item } from '../harness/item.js'
import { bingbot, googlebot, NOBODYS_ADDRESS, sampleCrawlers, vendors } from '../traffic/crawlers.js'
import { ask, detect, seen } from './ask.js'

const reasons = ['ip_and_ua_match', 'ip_match', 'ip_match_but_ua_not_matched', 'ua_not_matched', 'ip_not_in_vendor_ranges'] as const
const kinds = ['search_bot', 'special_crawler', 'user_triggered_google', 'user_triggered_user', 'cdn_proxy', 'unknown'] as const

const result = z.object({
  vendor: z.string().nullable(),
  ok: z.boolean(),
  reason: z.enum(reasons),
  ua_present: z.boolean(),
  ua_source: z.enum(['param', 'header']).nullable(),
  ua_match: z.boolean(),
  ip_match: z.boolean(),
  dns_verified: z.boolean(),
  rdns_checked: z.boolean(),
  asn_verified: z.boolean(),
  asn_checked: z.boolean(),
  cidr_empty: z.boolean(),
  ip_kind: z.enum(kinds).nullable(),
  ip_kind_source: z.enum(['json', 'dns_ptr']).nullable(),
  ptr: z.string().nullable(),
})

const body = z.object({ result })
/** How crawlers are told. */
export const yebDetect: readonly Item[] = [
  {
    id: 'YEB-01',
    source: 'S',
    says: 'auto detection has two addresses, which answer the same',
    run: async (client) => {
      const { ip, ua } = googlebot
      const [short, long] = [await detect(client, '', { ip, ua }), await detect(client, '/detect', { ip, ua })]
      const names = ['vendor', 'ok', 'reason', 'ip_match', 'ua_match', 'ip_kind']
      return check(
        status(short, 200),
        status(long, 200),
        equal('the results', seen(long, ...names), seen(short, ...names)),
        equal('the vendor', field(short, 'result.vendor'), 'google'),
      )
    },
  },
  {
    id: 'YEB-02',
    source: 'S',
    says: 'each of the eight vendors has an action of its own, which answers for itself',
    run: async (client) => {
      const faults = []
      for (const vendor of vendors) {
        const answer = await detect(client, `/${vendor}`, { ip: NOBODYS_ADDRESS })
        faults.push(
          status(answer, 200),
          equal(`the answer of ${vendor}`, seen(answer, 'vendor', 'ok', 'ip_match'), { vendor, ok: false, ip_match: false }),
        )
      }
      return check(...faults)
    },
  },
  {
    id: 'YEB-04',
    source: 'S',
    says: 'ip is IPv4 or IPv6; a vendor needs one, and what is no address is 400',
    run: async (client) => {
      const six = await detect(client, '/google', { ip: '2001:4860:4801:10::1' })
      const none = await detect(client, '/google', {})
      const wrong = await detect(client, '/google', { ip: '66.249.66' })
      const auto = await detect(client, '', {})
      return check(equal('IPv6 of Google', field(six, 'result.ip_match'), true), status(none, 400), status(wrong, 400), status(auto, 200))
    },
  },
  {
    id: 'YEB-05',
    source: 'S',
    says: "ua is optional, and on auto defaults to the caller's",
    run: async (client) => {
      const headers = { authorization: `Bearer ${await client.keys.yeb()}` }
      const { ip, ua } = googlebot
      const byHeader = await ask(client, '', { json: { ip }, headers: { ...headers, 'user-agent': ua } })
      const byField = await ask(client, '', { json: { ip, ua }, headers })
      const neither = await ask(client, '/google', { json: { ip }, headers })
      return check(
        equal('by the header', seen(byHeader, 'ua_source', 'ua_match', 'vendor'), {
          ua_source: 'header',
          ua_match: true,
          vendor: 'google',
        }),
        equal('by the field', seen(byField, 'ua_source', 'ua_present', 'ua_match'), {
          ua_source: 'param',
          ua_present: true,
          ua_match: true,
        }),
        equal('by neither', seen(neither, 'ua_source', 'ua_present'), { ua_source: null, ua_present: false }),
      )
    },
  },
  {
    id: 'YEB-06',
    source: 'S',
    says: 'proofs by DNS and ASN are asked for one by one; strict ones fail what they cannot prove; flags may be texts',
    run: async (client) => {
      const { ip, ua } = googlebot
      const plain = await detect(client, '/google', { ip, ua })
      const asked = await detect(client, '/google', { ip, ua, verify_rdns: true })
      const words = await detect(client, '/google', { ip, ua, verify_rdns: '1', strict_rdns: 'true' })
      const alone = await detect(client, '/google', { ip, ua, strict_rdns: true })
      const asn = await detect(client, '/meta', { ip: NOBODYS_ADDRESS, verify_asn: true, asn: 32934 })
      const wrong = await detect(client, '/google', { ip, verify_rdns: 'perhaps' })
      return check(
        equal('not asked', seen(plain, 'rdns_checked', 'asn_checked', 'dns_verified'), {
          rdns_checked: false,
          asn_checked: false,
          dns_verified: false,
        }),
        equal('asked', field(asked, 'result.rdns_checked'), true),
        equal('in words', field(words, 'result.rdns_checked'), true),
        equal('strict: ok goes with the proof', field(words, 'result.ok'), field(words, 'result.dns_verified')),
        equal('strict alone has no effect', seen(alone, 'rdns_checked', 'ok'), { rdns_checked: false, ok: true }),
        status(asn, 200),
        status(wrong, 400),
      )
    },
  },
  {
    id: 'YEB-07',
    source: 'S',
    says: 'the answer is {result: {vendor, ip_match, …}}',
    run: async (client) => {
      const { ip, ua } = googlebot
      const answer = await detect(client, '/detect', { ip, ua })
      return check(status(answer, 200), equal('the least of it', seen(answer, 'vendor', 'ip_match'), { vendor: 'google', ip_match: true }))
    },
  },
  {
    id: 'YEB-08',
    source: 'S',
    says: 'the rich result has fifteen fields',
    run: async (client) => {
      const faults = []
      for (const { vendor, ip, ua } of sampleCrawlers) faults.push(shape(await detect(client, `/${vendor}`, { ip, ua }), body))
      return check(...faults, shape(await detect(client, '', { ip: NOBODYS_ADDRESS, ua: 'Mozilla/5.0' }), body))
    },
  },
  {
    id: 'YEB-09',
    source: 'S',
    says: 'reason says how address and user agent went together; ok follows the address alone',
    run: async (client) => {
      const { ip, ua } = googlebot
      const cases: readonly (readonly [string, object, boolean, readonly string[]])[] = [
        ['both', { ip, ua }, true, ['ip_and_ua_match']],
        ['the address alone', { ip }, true, ['ip_match']],
        ['another user agent', { ip, ua: 'curl/8.4.0' }, true, ['ip_match_but_ua_not_matched', 'ip_match']],
        ['the user agent alone', { ip: NOBODYS_ADDRESS, ua }, false, ['ip_not_in_vendor_ranges', 'ua_not_matched']],
        ['neither', { ip: NOBODYS_ADDRESS, ua: 'curl/8.4.0' }, false, ['ip_not_in_vendor_ranges', 'ua_not_matched']],
      ]
      const faults = []
      for (const [name, asked, ok, wanted] of cases) {
        const answer = await detect(client, '/google', asked)
        faults.push(
          equal(`ok of ${name}`, field(answer, 'result.ok'), ok),
          oneOf(`reason of ${name}`, field(answer, 'result.reason'), wanted),
        )
      }
      return check(...faults)
    },
  },
  {
    id: 'YEB-11',
    source: 'S',
    says: 'auto takes the vendor from the user agent, else from the address; nobody is vendor null',
    run: async (client) => {
      const impostor = await detect(client, '', { ip: bingbot.ip, ua: googlebot.ua })
      const address = await detect(client, '', { ip: bingbot.ip })
      const nobody = await detect(client, '', { ip: NOBODYS_ADDRESS, ua: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/133.0' })
      return check(
        equal('by the user agent', seen(impostor, 'vendor', 'ok'), { vendor: 'google', ok: false }),
        equal('by the address', seen(address, 'vendor', 'ok'), { vendor: 'bing', ok: true }),
        equal('nobody', seen(nobody, 'vendor', 'ok', 'reason'), { vendor: null, ok: false, reason: 'ip_not_in_vendor_ranges' }),
      )
    },
  },
]
