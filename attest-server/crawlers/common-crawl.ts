import type { Crawler } from '../core/crawlers/crawler.js'

export const commonCrawl = {
  id: 'common-crawl',
  aliases: ['ccbot', 'commoncrawl'],
  name: 'Common Crawl',
  category: 'ai_crawler',
  documentation: 'https://commoncrawl.org/ccbot',
  agents: [{ token: 'CCBot', category: 'ai_crawler' }],
  except: [],
  ranges: [
    {
      id: 'common-crawl',
      name: 'CCBot',
      category: 'ai_crawler',
      trust: 'vendor',
      feed: { url: 'https://index.commoncrawl.org/ccbot.json', format: 'prefixes' },
      shipped: {
        asOf: '2026-10-05',
        source: 'https://index.commoncrawl.org/ccbot.json',
        heldBy: 'github.com/ondrejnov/bot-ips',
        text: `
          3.41.188.32/29 18.97.9.168/29 18.97.14.80/29 18.97.14.88/30 2600:1f28:365:8000::/56
        `,
      },
    },
  ],
  hosts: [{ suffix: 'crawl.commoncrawl.org', trust: 'vendor' }],
  asns: [],
  decisive: ['ranges', 'rdns'],
} as const satisfies Crawler
