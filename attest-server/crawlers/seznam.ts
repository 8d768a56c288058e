import type { Crawler } from '../core/crawlers/crawler.js'

export const seznam = {
  id: 'seznam',
  aliases: ['seznambot'],
  name: 'Seznam',
  category: 'search',
  documentation: 'https://o-seznam.cz/napoveda/vyhledavani/en/seznambot-crawler/',
  agents: [
    { token: 'SeznamBot', category: 'search' },
    { token: 'SeznamHomepageCrawler', category: 'search' },
    { token: 'SeznamReadLaterBot', category: 'preview' },
    { token: 'Seznam screenshot-generator', category: 'search' },
  ],
  except: [],
  ranges: [
    {
      id: 'seznam',
      name: 'SeznamBot',
      category: 'search',
      trust: 'vendor',
      feed: { url: 'https://search.seznam.cz/ipranges/seznambot.json', format: 'prefixes' },
      shipped: {
        asOf: '2026-10-05',
        source: 'https://search.seznam.cz/ipranges/seznambot.json',
        heldBy: 'github.com/ondrejnov/bot-ips',
        text: `
          77.75.72.26 77.75.73.26 77.75.76.160/29 77.75.76.168/30 77.75.76.172 77.75.77.17 77.75.77.32 77.75.77.36 77.75.77.54
          77.75.77.62 77.75.77.72 77.75.77.95 77.75.77.101 77.75.77.109 77.75.78.160/29 77.75.78.168/30 77.75.78.172 77.75.79.17
          77.75.79.32 77.75.79.36 77.75.79.54 77.75.79.62 77.75.79.72 77.75.79.95 77.75.79.101 77.75.79.109
          2a02:598:64:8a00::302:340/122 2a02:598:64:8a00::302:380/121 2a02:598:64:8a00::302:500/120 2a02:598:64:8a00::302:600/120
          2a02:598:64:8a00::f00:0/123 2a02:598:96:8a00::b00:80/121 2a02:598:96:8a00::b00:100/120 2a02:598:96:8a00::b00:200/120
          2a02:598:96:8a00::b00:300/122 2a02:598:96:8a00::1200:100/123
        `,
      },
    },
    {
      id: 'seznam-page',
      name: 'SeznamBot',
      category: 'search',
      trust: 'vendor',
      shipped: {
        source: 'https://napoveda.seznam.cz/en/seznambot-crawler',
        text: `
          77.75.72.26 77.75.72.74 77.75.73.26 77.75.73.74 77.75.76.0/22 2a02:598:64:8a00::f00:0/123 2a02:598:64:8a00::3100:0/123
          2a02:598:96:8a00::1200:100/122 2a02:598:128:8a00::b00:0/123
        `,
      },
    },
  ],
  hosts: [{ suffix: 'seznam.cz', trust: 'vendor' }],
  asns: [],
  decisive: ['rdns'],
} as const satisfies Crawler
