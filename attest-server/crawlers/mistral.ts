import type { Crawler } from '../core/crawlers/crawler.js'

export const mistral = {
  id: 'mistral',
  aliases: ['mistralai'],
  name: 'Mistral AI',
  category: 'ai_search',
  documentation: 'https://docs.mistral.ai/robots',
  agents: [
    { token: 'MistralAI-User', category: 'ai_search' },
    { token: 'MistralAI-Index', category: 'ai_search' },
  ],
  except: [],
  ranges: [
    {
      id: 'mistral-user',
      name: 'MistralAI-User',
      category: 'ai_search',
      trust: 'vendor',
      feed: { url: 'https://mistral.ai/mistralai-user-ips.json', format: 'prefixes' },
      shipped: {
        asOf: '2026-08-17',
        source: 'https://mistral.ai/mistralai-user-ips.json',
        heldBy: 'github.com/Canonry/canonry',
        text: `
          20.240.160.1 20.240.160.161 20.240.194.83 51.12.243.114
        `,
      },
    },
    {
      id: 'mistral-index',
      name: 'MistralAI-Index',
      category: 'ai_search',
      trust: 'vendor',
      feed: { url: 'https://mistral.ai/mistralai-index-ips.json', format: 'prefixes' },
      shipped: {
        asOf: '2026-08-17',
        source: 'https://mistral.ai/mistralai-index-ips.json',
        heldBy: 'github.com/Canonry/canonry',
        text: `
          20.240.192.194 135.225.57.92
        `,
      },
    },
  ],
  hosts: [],
  asns: [],
  decisive: ['ranges'],
} as const satisfies Crawler
