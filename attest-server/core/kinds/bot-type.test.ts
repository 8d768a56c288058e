import { describe, expect, it } from 'vitest'
import { type ObservationId, seen } from '../../../shared/observation.js'
import { botTypeOf } from './bot-type.js'

const engines = (behaviour: number, automation = 0, givenBack = 0) => ({ engines: { behaviour, automation, heuristic: 0 }, givenBack })
const pause = (seconds: number) => new Map([['visit.pause' as ObservationId, seen(seconds)]])

describe('the type of a bot', () => {
  it('is a replay, whatever else it looks like', () => {
    expect(botTypeOf('replay', engines(-3), pause(9))).toBe('replay_bot')
  })

  it('is a person who plays one, where the hands are a person’s', () => {
    expect(botTypeOf(undefined, engines(-1.5), new Map())).toBe('human_larping')
    expect(botTypeOf('unknown', engines(-1.5), pause(9))).toBe('human_larping')
    expect(botTypeOf('unknown', engines(-4, 4.5, 2), pause(9))).toBe('remote_controlled')
  })

  it('is autonomous where the body is a machine’s and nobody hesitates', () => {
    expect(botTypeOf('form-spam', engines(1, 3), pause(0.5))).toBe('autonomous_agent')
    expect(botTypeOf('framework-automation', engines(0, 8), new Map())).toBe('autonomous_agent')
  })

  it('is remote-controlled where somebody seems to think between two deeds, and no agent’s pattern explains it', () => {
    expect(botTypeOf('account-takeover', engines(2), pause(6))).toBe('remote_controlled')
    expect(botTypeOf('ai-agent', engines(2), pause(6))).toBe('autonomous_agent')
  })

  it('is not known where the body says too little, or nothing was taken for a bot', () => {
    expect(botTypeOf('scraping', engines(0.5), pause(9))).toBeNull()
    expect(botTypeOf(undefined, engines(5), pause(9))).toBeNull()
  })
})
