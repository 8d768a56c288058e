import type { Crawler } from '../core/crawlers/crawler.js'

export const linkedin = {
  id: 'linkedin',
  aliases: ['linkedinbot'],
  name: 'LinkedIn',
  category: 'preview',
  documentation: 'https://deviceandbrowserinfo.com/learning_zone/articles/linkedin-bot',
  agents: [{ token: 'LinkedInBot', category: 'preview' }],
  except: [],
  ranges: [],
  hosts: [{ suffix: 'fwd.linkedin.com', trust: 'vendor' }],
  asns: [],
  // The names are as seen in DNS, not as documented.
  decisive: [],
} as const satisfies Crawler
