import { describe, expect, it } from 'vitest'
import type { AgentVerdict } from '../agents/verify-agent.js'
import type { CrawlerVerdict } from '../crawlers/classify-crawler.js'
import { resolveIdentity } from './resolve-identity.js'

const google: CrawlerVerdict = { state: 'verified', crawler: 'google', name: 'Google', category: 'search', by: 'ranges' }
const liar: CrawlerVerdict = { state: 'impostor', crawler: 'google', name: 'Google', category: 'search' }
const nobody: CrawlerVerdict = { state: 'unknown' }

const absent: AgentVerdict = { outcome: 'absent' }
const failed: AgentVerdict = { outcome: 'failed', meaning: 'invalid', fault: { reason: 'signature-wrong' } }
const stranger: AgentVerdict = {
  outcome: 'verified',
  agent: 'https://bot.example',
  keyid: 'k',
  directory: 'https://bot.example/keys',
  known: undefined,
  proved: true,
  covered: [],
  nonce: undefined,
}
const chatgpt: AgentVerdict = {
  ...stranger,
  agent: 'https://chatgpt.com',
  known: { host: 'chatgpt.com', name: 'ChatGPT agent', operator: 'OpenAI', category: 'ai_agent', source: '' },
}

describe('who a request is of', () => {
  it('is a crawler or a known agent by its proof, with what it is for', () => {
    expect(resolveIdentity(google, absent)).toEqual({ state: 'verified', verified: { by: 'crawler', id: 'google', category: 'search' } })
    expect(resolveIdentity(nobody, chatgpt)).toEqual({
      state: 'verified',
      verified: { by: 'agent', id: 'https://chatgpt.com', category: 'ai_agent' },
    })
  })

  it('is only a name where no list knows the keys: anybody can have some', () => {
    expect(resolveIdentity(nobody, stranger)).toEqual({ state: 'signed', agent: 'https://bot.example' })
  })

  it('is an impostor by the vendor’s own method, and by nothing else', () => {
    for (const agent of [absent, failed]) {
      expect(resolveIdentity(liar, agent)).toEqual({ state: 'impostor', claimed: 'google', category: 'search' })
      expect(resolveIdentity(nobody, agent)).toEqual({ state: 'unknown' })
    }
  })

  it('is what is proved where the other half is not', () => {
    expect(resolveIdentity(google, failed).state).toBe('verified')
    expect(resolveIdentity(google, stranger).state).toBe('verified')
    expect(resolveIdentity(liar, chatgpt).state).toBe('verified')
    expect(resolveIdentity(liar, stranger).state).toBe('signed')
  })
})
