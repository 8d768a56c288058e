import type { Crawler } from '../core/crawlers/crawler.js'

export const semrush = {
  id: 'semrush',
  aliases: ['semrushbot'],
  name: 'Semrush',
  category: 'seo',
  documentation: 'https://www.semrush.com/bot/',
  agents: [
    { token: 'SemrushBot', category: 'seo' },
    { token: 'SiteAuditBot', category: 'seo' },
    { token: 'SemrushBot-BA', category: 'seo' },
  ],
  except: [],
  ranges: [],
  hosts: [{ suffix: 'semrush.com', trust: 'vendor' }],
  asns: [],
  // The names are as seen in DNS, not as documented.
  decisive: [],
} as const satisfies Crawler
