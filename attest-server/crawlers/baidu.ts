import type { Crawler } from '../core/crawlers/crawler.js'

export const baidu = {
  id: 'baidu',
  aliases: ['baiduspider'],
  name: 'Baidu',
  category: 'search',
  documentation: 'https://www.baidu.com/search/spider.html',
  agents: [
    { token: 'Baiduspider', category: 'search' },
    { token: 'Baiduspider-render', category: 'search' },
  ],
  except: [],
  ranges: [],
  hosts: [
    { suffix: 'baidu.com', trust: 'vendor' },
    { suffix: 'baidu.jp', trust: 'vendor' },
  ],
  asns: [],
  decisive: ['rdns'],
} as const satisfies Crawler
