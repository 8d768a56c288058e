import { describe, expect, it } from 'vitest'
import { judge } from './matrix.js'
import type { PostAnswer } from './proxy.js'

const bot = { name: 'b', kind: 'bot', expected: ['challenge', 'block'] } as const
const person = { name: 'p', kind: 'person', expected: ['allow'] } as const
const post = (action: PostAnswer['action'], status: number): PostAnswer => ({ path: '/sign-up', status, action, reason: '', body: '' })

describe('a run', () => {
  it('is judged by what the backend decided', () => {
    expect(judge(bot, post('block', 403))).toEqual({ action: 'block', ok: true })
    expect(judge(bot, post('challenge', 403))).toEqual({ action: 'challenge', ok: true })
    expect(judge(bot, post('allow', 303))).toEqual({ action: 'allow', ok: false })
    expect(judge(person, post('allow', 303))).toEqual({ action: 'allow', ok: true })
    expect(judge(person, post('challenge', 403))).toEqual({ action: 'challenge', ok: false })
  })

  it('proves nothing where the form was refused for want of a verdict: a collector that does not run has every visitor refused', () => {
    expect(judge(bot, post('none', 403))).toEqual({ action: 'none', ok: false })
    expect(judge(person, post('none', 403))).toEqual({ action: 'none', ok: false })
  })

  it('proves nothing where the form was never answered, or accepted without a verdict', () => {
    expect(judge(bot, undefined)).toEqual({ action: 'none', ok: false })
    expect(judge(bot, post('none', 502))).toEqual({ action: 'none', ok: false })
    expect(judge(bot, post('none', 303))).toEqual({ action: 'none', ok: false })
  })
})
