import type { Crawler } from '../core/crawlers/crawler.js'

export const yahoo = {
  id: 'yahoo',
  aliases: ['slurp'],
  name: 'Yahoo',
  category: 'search',
  documentation: 'http://www.ysearchblog.com/2007/06/05/yahoo-search-crawler-slurp-has-a-new-address-and-signature-card/',
  agents: [{ token: 'Yahoo! Slurp', category: 'search' }],
  except: [],
  ranges: [],
  hosts: [{ suffix: 'crawl.yahoo.net', trust: 'vendor' }],
  asns: [],
  decisive: ['rdns'],
} as const satisfies Crawler
