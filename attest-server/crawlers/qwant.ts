import type { Crawler } from '../core/crawlers/crawler.js'

export const qwant = {
  id: 'qwant',
  aliases: ['qwantbot'],
  name: 'Qwant',
  category: 'search',
  documentation: 'https://help.qwant.com/bot/',
  agents: [
    { token: 'Qwantbot', category: 'search' },
    { token: 'Qwantbot-news', category: 'search' },
    { token: 'Qwantify', category: 'search' },
  ],
  except: [],
  ranges: [
    {
      id: 'qwant',
      name: 'Qwantbot',
      category: 'search',
      trust: 'vendor',
      feed: { url: 'https://help.qwant.com/wp-content/uploads/sites/latest/qwantbot.json', format: 'prefixes' },
      shipped: {
        asOf: '2026-07-02',
        source: 'https://help.qwant.com/wp-content/uploads/sites/latest/qwantbot.json',
        heldBy: 'github.com/TecharoHQ/anubis',
        text: `
          194.187.171.0/24
        `,
      },
    },
  ],
  hosts: [{ suffix: 'qwant.com', trust: 'vendor' }],
  asns: [],
  decisive: ['ranges', 'rdns'],
} as const satisfies Crawler
