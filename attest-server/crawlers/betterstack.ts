import type { Crawler } from '../core/crawlers/crawler.js'

export const betterstack = {
  id: 'betterstack',
  aliases: ['betteruptime'],
  name: 'Better Stack',
  category: 'monitoring',
  documentation: 'https://docs.betteruptime.com/frequently-asked-questions',
  agents: [{ token: 'Better Uptime Bot', category: 'monitoring' }],
  except: [],
  ranges: [
    {
      id: 'betterstack',
      name: 'Better Uptime Bot',
      category: 'monitoring',
      trust: 'vendor',
      feed: { url: 'https://uptime.betterstack.com/ips.txt', format: 'lines' },
      shipped: {
        asOf: '2026-02-04',
        source: 'https://uptime.betterstack.com/ips.txt',
        heldBy: 'github.com/AnTheMaker/GoodBots',
        text: `
          5.161.90.230 5.161.118.194 5.223.56.56 5.223.60.188 5.223.73.226 5.223.75.121 45.79.236.121 91.98.38.26 91.99.189.210
          162.55.165.86 168.119.246.194 172.105.162.156 178.156.154.250 178.156.210.11 178.156.217.188 192.53.169.77
          194.195.248.157 2400:8907::2000:2eff:fed6:8631 2400:8907::2000:6fff:fe13:8fcc 2400:8907::2000:d5ff:fecf:a8d3
          2400:8907::2000:f7ff:fe54:8db9 2a01:4f8:c012:856d::1 2a01:4f8:c013:3a76::1 2a01:4f8:c014:24d5::1 2a01:4f8:c014:2649::1
          2a01:4ff:f0:4f11::1 2a01:4ff:f0:565a::1 2a01:4ff:f0:5a81::1 2a01:4ff:f0:abcd::1 2a01:4ff:f0:eec4::1 2a01:4ff:2f0:1c39::1
          2a01:4ff:2f0:1f88::1 2a01:4ff:2f0:258a::1 2a01:4ff:2f0:3b17::1
        `,
      },
    },
  ],
  hosts: [],
  asns: [],
  decisive: ['ranges'],
} as const satisfies Crawler
