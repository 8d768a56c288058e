import type { Crawler } from '../core/crawlers/crawler.js'

export const mojeek = {
  id: 'mojeek',
  aliases: ['mojeekbot'],
  name: 'Mojeek',
  category: 'search',
  documentation: 'https://www.mojeek.com/bot.html',
  agents: [{ token: 'MojeekBot', category: 'search' }],
  except: [],
  ranges: [
    {
      id: 'mojeek',
      name: 'MojeekBot',
      category: 'search',
      trust: 'vendor',
      feed: { url: 'https://www.mojeek.com/mojeekbot.json', format: 'prefixes' },
      shipped: {
        asOf: '2026-07-13',
        source: 'https://www.mojeek.com/mojeekbot.json',
        heldBy: 'github.com/TecharoHQ/anubis',
        text: `
          5.102.173.64/28
        `,
      },
    },
  ],
  hosts: [],
  asns: [],
  decisive: ['ranges'],
} as const satisfies Crawler
