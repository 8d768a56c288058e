import type { Crawler } from '../core/crawlers/crawler.js'

export const perplexity = {
  id: 'perplexity',
  aliases: ['perplexitybot'],
  name: 'Perplexity',
  category: 'ai_search',
  documentation: 'https://docs.perplexity.ai/guides/bots',
  agents: [
    { token: 'PerplexityBot', category: 'ai_search' },
    { token: 'Perplexity-User', category: 'ai_search' },
  ],
  except: [],
  ranges: [
    {
      id: 'perplexity-bot',
      name: 'PerplexityBot',
      category: 'ai_search',
      trust: 'vendor',
      feed: { url: 'https://www.perplexity.com/perplexitybot.json', format: 'prefixes' },
      shipped: {
        asOf: '2026-08-17',
        source: 'https://www.perplexity.com/perplexitybot.json',
        heldBy: 'github.com/Canonry/canonry',
        text: `
          3.211.124.183 3.222.232.239 3.224.62.45 3.231.139.107 18.97.1.228/30 18.97.9.96/29 18.210.92.235 107.20.236.150
        `,
      },
    },
    {
      id: 'perplexity-user',
      name: 'Perplexity-User',
      category: 'ai_search',
      trust: 'vendor',
      feed: { url: 'https://www.perplexity.com/perplexity-user.json', format: 'prefixes' },
      shipped: {
        asOf: '2026-08-17',
        source: 'https://www.perplexity.com/perplexity-user.json',
        heldBy: 'github.com/Canonry/canonry',
        text: `
          18.97.21.0/30 18.97.43.80/29 34.193.163.52 44.208.221.197
        `,
      },
    },
  ],
  hosts: [],
  asns: [],
  decisive: ['ranges'],
} as const satisfies Crawler
