import type { Crawler } from '../core/crawlers/crawler.js'

export const petalbot = {
  id: 'petalbot',
  aliases: ['petal', 'huawei'],
  name: 'Petal Search',
  category: 'search',
  documentation: 'https://aspiegel.com/petalbot',
  agents: [
    { token: 'PetalBot', category: 'search' },
    { token: 'AspiegelBot', category: 'search' },
  ],
  except: [],
  ranges: [],
  hosts: [
    { suffix: 'petalsearch.com', trust: 'vendor' },
    { suffix: 'aspiegel.com', trust: 'vendor' },
  ],
  asns: [],
  // Its page asks for reverse DNS, but older hosts have other names.
  decisive: [],
} as const satisfies Crawler
