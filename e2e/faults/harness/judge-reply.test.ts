import { describe, expect, it } from 'vitest'
import { failOpen } from '../../conformance/traffic/fail-open.js'
import type { Reply } from './client.js'
import { judgeReply } from './judge-reply.js'

const reply = (status: number, json: unknown = {}, more: Partial<Reply> = {}): Reply => ({ status, json, ...more })
const away = reply(503, { code: 'unavailable' }, { retryAfter: '1' })

describe('what a client is told', () => {
  it('is right where it was done, and where the store is away and that is said', () => {
    expect(judgeReply('redeem', reply(200), true)).toBeUndefined()
    expect(judgeReply('redeem', away, false)).toBeUndefined()
    expect(judgeReply('show', reply(503, { 'error-codes': ['internal-error'] }, { retryAfter: '1' }), false)).toBeUndefined()
  })

  it('is wrong without a code, without a hint when to try again, and with any other status', () => {
    expect(judgeReply('redeem', reply(503, {}, { retryAfter: '1' }), false)).toMatch('no code')
    expect(judgeReply('redeem', reply(503, { code: 'unavailable' }), false)).toMatch('no hint')
    expect(judgeReply('post', reply(500, { code: 'INTERNAL_ERROR' }), false)).toMatch('500')
  })

  it('is a verdict where one is read, whatever else is the matter', () => {
    expect(judgeReply('read', reply(200, failOpen), true)).toBeUndefined()
    expect(judgeReply('read', reply(200, { ...failOpen, score: 90 }), true)).toBeUndefined()
    expect(judgeReply('read', away, false)).toMatch('503')
    expect(judgeReply('read', reply(200, {}), true)).toMatch('200')
  })

  it('may be nothing from a server that is gone, and not from one that is silent', () => {
    const none = (error: string) => reply(0, undefined, { error })
    expect(judgeReply('redeem', none('connect ECONNREFUSED'), false)).toBeUndefined()
    expect(judgeReply('redeem', none('no answer within 20000 ms'), false)).toMatch('no answer')
  })

  it('may be that a new challenge was used, only where claims may be forgotten', () => {
    const used = reply(409, { code: 'challenge-used' })
    expect(judgeReply('redeem', used, false)).toMatch('409')
    expect(judgeReply('redeem', used, false, true)).toBeUndefined()
  })
})
