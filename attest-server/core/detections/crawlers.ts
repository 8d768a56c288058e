import type { Detection } from './detection.js'

/** 5xx: crawlers and agents, by their own word and by proof. New ones go to the end. */
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
  {
    id: 503,
    name: 'crawler_impostor',
    title: 'The user agent is a crawler’s, and by the vendor’s own method the request is not.',
    signs: [{ observation: 'session.impostor', from: 1 }],
  },
  { id: 504, name: 'verified_crawler', title: 'Proved to be the crawler that it says it is.', signs: [{ verified: 'crawler' }] },
  { id: 505, name: 'verified_agent', title: 'Signed with the key of an agent that is known.', signs: [{ verified: 'agent' }] },
]
