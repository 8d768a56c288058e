import { check, equal, field, holds } from '../harness/assertions.js'
import type { Item } from '../harness/item.js'
import type { Answer } from '../harness/send-request.js'
import { Untold } from '../harness/untold.js'
import { bingbot, googlebot, NOBODYS_ADDRESS, sampleCrawlers } from '../traffic/crawlers.js'
import { detect, seen } from './ask.js'

/** What is known of the vendors' addresses, and what follows of it. */
export const yebRanges: readonly Item[] = [
  {
    id: 'YEB-10',
    source: 'S',
    says: 'ip_kind tells the kinds of Google, and is null for others',
    run: async (client) => {
      const [google, bing] = [await detect(client, '/google', { ip: googlebot.ip }), await detect(client, '/bing', { ip: bingbot.ip })]
      return check(
        equal('Googlebot', seen(google, 'ip_kind', 'ip_kind_source'), { ip_kind: 'search_bot', ip_kind_source: 'json' }),
        equal('Bing', seen(bing, 'ip_kind', 'ip_kind_source'), { ip_kind: null, ip_kind_source: null }),
      )
    },
  },
  {
    id: 'YEB-12',
    source: 'S',
    says: 'cidr_empty says that no ranges were there, and then ok is false',
    run: async (client) => {
      const faults = []
      for (const { vendor, ip, ua } of sampleCrawlers) {
        const answer = await detect(client, `/${vendor}`, { ip, ua })
        const isEmpty = field(answer, 'result.cidr_empty')
        faults.push(
          isEmpty === true ? equal(`ok of ${vendor}`, field(answer, 'result.ok'), false) : equal(`cidr_empty of ${vendor}`, isEmpty, false),
        )
      }
      const known = [await detect(client, '/google', { ip: googlebot.ip }), await detect(client, '/bing', { ip: bingbot.ip })]
      return check(
        ...faults,
        equal(
          'the addresses of Google and Bing',
          known.map((answer) => field(answer, 'result.ip_match')),
          [true, true],
        ),
      )
    },
  },
  {
    id: 'YEB-12b',
    source: 'S',
    says: 'feeds are pulled every twelve hours',
    run: async () => {
      throw new Untold('the runner does not wait for twelve hours')
    },
  },
  {
    id: 'YEB-16',
    source: 'S',
    says: 'what a customer does with the answer: allow, 403, or ask for proof',
    run: async (client) => {
      const spoofed = await detect(client, '', { ip: NOBODYS_ADDRESS, ua: googlebot.ua })
      const real = await detect(client, '', { ip: googlebot.ip, ua: googlebot.ua })
      const act = (answer: Answer) =>
        field(answer, 'result.ok') === true ? 'allow' : field(answer, 'result.ua_match') === true ? '403' : 'other'
      return check(
        equal('what comes of them', [act(real), act(spoofed)], ['allow', '403']),
        holds('both are answered', spoofed.status === 200 && real.status === 200),
      )
    },
  },
]
