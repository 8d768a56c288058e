import type { Crawler } from '../core/crawlers/crawler.js'

export const meta = {
  id: 'meta',
  aliases: ['facebook'],
  name: 'Meta',
  category: 'preview',
  documentation: 'https://developers.facebook.com/docs/sharing/webmasters/web-crawlers/',
  agents: [
    { token: 'facebookexternalhit', category: 'preview' },
    { token: 'facebookcatalog', category: 'preview' },
    { token: 'Facebot', category: 'preview' },
    { token: 'FacebookBot', category: 'ai_crawler' },
    { token: 'meta-externalagent', category: 'ai_crawler' },
    { token: 'meta-externalfetcher', category: 'ai_search' },
    { token: 'meta-webindexer', category: 'ai_search' },
  ],
  // iMessage fetches previews from people's own devices, as `… facebookexternalhit/1.1 Facebot Twitterbot/1.0`.
  except: ['Twitterbot'],
  ranges: [
    {
      id: 'meta',
      name: 'Meta crawlers',
      category: 'preview',
      trust: 'vendor',
      feed: { url: 'https://www.facebook.com/peering/geofeed', format: 'lines' },
      shipped: {
        asOf: '2026-08-04',
        source: 'whois.radb.net: the routes of AS32934, as the documentation says to list them',
        heldBy: 'github.com/AnTheMaker/GoodBots',
        text: `
          31.13.24.0/21 31.13.64.0/18 45.64.40.0/22 57.141.0.0/20 57.141.16.0/21 57.141.24.0/23 57.144.0.0/14 66.220.144.0/20
          69.63.176.0/20 69.171.224.0/19 74.119.76.0/22 102.132.96.0/20 103.4.96.0/22 129.134.0.0/16 147.75.208.0/20
          157.240.0.0/16 163.70.128.0/17 163.77.128.0/17 173.252.64.0/18 179.60.192.0/22 185.60.216.0/22 185.89.216.0/22
          204.15.20.0/22 2401:db00::/32 2620:0:1c00::/40 2803:6080::/29 2a03:2880::/31 2a03:2887:ff2c::/47 2a03:83e0::/32
          2a10:f781:10:cee0::/64
        `,
      },
    },
  ],
  hosts: [],
  asns: [32934],
  // The list of where its addresses are need not have all of them.
  decisive: ['asn'],
} as const satisfies Crawler
