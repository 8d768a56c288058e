import type { Crawler } from '../core/crawlers/crawler.js'

export const pinterest = {
  id: 'pinterest',
  aliases: ['pinterestbot'],
  name: 'Pinterest',
  category: 'preview',
  documentation: 'https://help.pinterest.com/en/business/article/pinterest-crawler',
  agents: [
    { token: 'Pinterestbot', category: 'preview' },
    { token: 'pinterest.com/bot.html', category: 'preview' },
  ],
  except: [],
  ranges: [
    {
      id: 'pinterest',
      name: 'Pinterestbot',
      category: 'preview',
      trust: 'vendor',
      shipped: {
        asOf: '2021-01-13',
        source: 'https://help.pinterest.com/en/business/article/pinterest-crawler',
        text: `
          54.236.1.0/24
        `,
      },
    },
  ],
  hosts: [{ suffix: 'pinterest.com', trust: 'vendor' }],
  asns: [],
  decisive: ['rdns'],
} as const satisfies Crawler
