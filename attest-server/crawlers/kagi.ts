import type { Crawler } from '../core/crawlers/crawler.js'

export const kagi = {
  id: 'kagi',
  aliases: ['kagibot'],
  name: 'Kagi',
  category: 'search',
  documentation: 'https://kagi.com/bot',
  agents: [{ token: 'Kagibot', category: 'search' }],
  except: [],
  ranges: [
    {
      id: 'kagi',
      name: 'Kagibot',
      category: 'search',
      trust: 'vendor',
      shipped: {
        asOf: '2026-02-15',
        source: 'https://kagi.com/bot',
        heldBy: 'github.com/TecharoHQ/anubis',
        text: `
          216.18.205.234 35.212.27.76 104.254.65.50 209.151.156.194
        `,
      },
    },
  ],
  hosts: [],
  asns: [],
  decisive: [],
} as const satisfies Crawler
