import type { Crawler } from '../core/crawlers/crawler.js'

export const apple = {
  id: 'apple',
  aliases: ['applebot'],
  name: 'Apple',
  category: 'search',
  documentation: 'https://support.apple.com/en-us/119829',
  agents: [{ token: 'Applebot', category: 'search' }],
  except: [],
  ranges: [
    {
      id: 'apple',
      name: 'Applebot',
      category: 'search',
      trust: 'vendor',
      feed: { url: 'https://search.developer.apple.com/applebot.json', format: 'prefixes' },
      shipped: {
        asOf: '2026-10-05',
        source: 'https://search.developer.apple.com/applebot.json',
        heldBy: 'github.com/ondrejnov/bot-ips',
        text: `
          17.166.20.0/22 17.166.24.0/23 17.166.150.0/23 17.166.152.0/22 17.166.192.48/28 17.166.232.0/22 17.166.236.0/23
          17.166.240.48/28 17.166.248.48/28 17.241.193.160/27 17.241.200.160/27 17.241.208.160/27
        `,
      },
    },
  ],
  hosts: [{ suffix: 'applebot.apple.com', trust: 'vendor' }],
  asns: [],
  decisive: ['ranges', 'rdns'],
} as const satisfies Crawler
