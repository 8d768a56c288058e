import type { Crawler } from '../core/crawlers/crawler.js'

export const anthropic = {
  id: 'anthropic',
  aliases: ['claude', 'claudebot'],
  name: 'Anthropic',
  category: 'ai_crawler',
  documentation:
    'https://support.claude.com/en/articles/8896518-does-anthropic-crawl-data-from-the-web-and-how-can-site-owners-block-the-crawler',
  agents: [
    { token: 'ClaudeBot', category: 'ai_crawler' },
    { token: 'Claude-SearchBot', category: 'ai_search' },
    { token: 'Claude-User', category: 'ai_search' },
    { token: 'Claude-Web', category: 'ai_search' },
    { token: 'anthropic-ai', category: 'ai_crawler' },
  ],
  // Claude Code fetches from its user's own machine, as `Claude-User (claude-code/…)`.
  except: ['claude-code'],
  ranges: [
    {
      id: 'anthropic',
      name: 'ClaudeBot',
      category: 'ai_crawler',
      trust: 'vendor',
      feed: { url: 'https://claude.com/crawling/bots.json', format: 'prefixes' },
      shipped: {
        asOf: '2026-10-05',
        source: 'https://claude.com/crawling/bots.json',
        heldBy: 'github.com/ondrejnov/bot-ips',
        text: `
          16.58.26.69 18.225.238.228 18.227.226.255 20.64.57.208/28 20.102.46.224/28 34.11.34.31 34.85.172.162 34.150.241.79
          34.162.191.81 34.162.230.222 34.162.244.71 34.182.140.95 34.182.161.143 34.182.218.27 34.182.220.85 34.182.222.37
          34.182.225.167 34.182.226.151 34.182.226.221 34.186.108.163 35.221.29.174 35.245.89.239 35.245.175.129 40.124.101.48/28
          136.107.176.208 160.79.106.16/28 160.79.106.128/28 216.73.216.0/22
        `,
      },
    },
  ],
  hosts: [],
  asns: [],
  decisive: ['ranges'],
} as const satisfies Crawler
