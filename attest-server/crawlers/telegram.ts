import type { Crawler } from '../core/crawlers/crawler.js'

export const telegram = {
  id: 'telegram',
  aliases: ['telegrambot'],
  name: 'Telegram',
  category: 'preview',
  documentation: 'https://core.telegram.org/resources/cidr.txt',
  agents: [{ token: 'TelegramBot', category: 'preview' }],
  except: [],
  ranges: [
    {
      id: 'telegram',
      name: 'TelegramBot',
      category: 'preview',
      trust: 'vendor',
      feed: { url: 'https://core.telegram.org/resources/cidr.txt', format: 'lines' },
      shipped: {
        asOf: '2025-01-27',
        source: 'https://core.telegram.org/resources/cidr.txt',
        heldBy: 'github.com/AnTheMaker/GoodBots',
        text: `
          91.105.192.0/23 91.108.4.0/22 91.108.8.0/21 91.108.16.0/21 91.108.56.0/22 149.154.160.0/20 185.76.151.0/24
          2001:67c:4e8::/48 2001:b28:f23c::/47 2001:b28:f23f::/48 2a0a:f280::/32
        `,
      },
    },
  ],
  hosts: [],
  asns: [],
  // Telegram lists its networks, and does not say that link previews come from there only.
  decisive: [],
} as const satisfies Crawler
