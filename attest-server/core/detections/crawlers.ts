import type { Detection } from './detection.js'

/** 5xx: crawlers and agents, by their own word. New ones go to the end. */
export const crawlerDetections: readonly Detection[] = [
  {
    id: 501,
    name: 'declared_bot',
    title: 'The user agent reads like a bot’s.',
    signs: [{ observation: 'http.known-agent', from: 1, below: 2 }],
  },
  {
    id: 502,
    name: 'declared_crawler',
    title: 'The user agent is a known crawler’s.',
    signs: [{ observation: 'http.known-agent', from: 2 }],
  },
]
