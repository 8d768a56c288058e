import type { Crawler } from '../core/crawlers/crawler.js'

export const yandex = {
  id: 'yandex',
  aliases: ['yandexbot'],
  name: 'Yandex',
  category: 'search',
  documentation: 'https://yandex.com/support/webmaster/robot-workings/check-yandex-robots.html',
  agents: [
    { token: 'YandexBot', category: 'search' },
    { token: 'YandexImages', category: 'search' },
    { token: 'YandexVideo', category: 'search' },
    { token: 'YandexMobileBot', category: 'search' },
    { token: 'YandexAccessibilityBot', category: 'search' },
    { token: 'YandexRenderResourcesBot', category: 'search' },
    { token: 'YandexAdditionalBot', category: 'search' },
    { token: 'YandexFavicons', category: 'search' },
    { token: 'YandexDirect', category: 'search' },
    { token: 'YandexMetrika', category: 'search' },
    { token: 'YandexWebmaster', category: 'search' },
    { token: 'YandexBlogs', category: 'search' },
    { token: 'YandexNews', category: 'search' },
    { token: 'YandexMarket', category: 'search' },
    { token: 'YandexCalendar', category: 'search' },
    { token: 'yandex.com/bots', category: 'search' },
  ],
  except: [],
  ranges: [
    {
      id: 'yandex',
      name: 'YandexBot',
      category: 'search',
      trust: 'vendor',
      shipped: {
        asOf: '2025-05-08',
        source: 'https://yandex.com/ips',
        heldBy: 'github.com/AnTheMaker/GoodBots',
        text: `
          5.45.192.0/18 5.255.192.0/18 37.9.64.0/18 37.140.128.0/18 77.88.0.0/18 84.252.160.0/19 87.250.224.0/19 90.156.176.0/22
          93.158.128.0/18 95.108.128.0/17 141.8.128.0/18 178.154.128.0/18 185.32.187.0/24 213.180.192.0/19 2a02:6b8::/29
        `,
      },
    },
  ],
  hosts: [
    { suffix: 'yandex.ru', trust: 'vendor' },
    { suffix: 'yandex.net', trust: 'vendor' },
    { suffix: 'yandex.com', trust: 'vendor' },
  ],
  asns: [13238, 208722],
  decisive: ['rdns'],
} as const satisfies Crawler
