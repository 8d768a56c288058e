import { describe, expect, it } from 'vitest'
import type { Fact } from '../facts/fact.js'
import { knownAgent as plain } from '../facts/http/known-agent.js'
import { rawRequest } from '../testing/described-request.js'
import { libraries } from '../testing/library-headers.js'
import { people } from '../testing/people-headers.js'
import { byUserAgent } from './by-user-agent.js'

const knownAgent: Fact = plain
const deps = { now: 1_795_219_200 }

describe('a fact that remembers user agents', () => {
  it('says what the fact says, each time', () => {
    const quick = byUserAgent(knownAgent)
    const all = [...Object.values(people), ...Object.values(libraries), {}, { 'user-agent': ' ' }, { 'user-agent': 'x'.repeat(3000) }].map(
      (headers) => rawRequest(headers as Readonly<Record<string, string>>),
    )
    for (const request of [...all, ...all]) expect(quick.observe(request, deps)).toEqual(knownAgent.observe(request, deps))
  })

  it('asks once for each, and forgets the oldest', () => {
    let asked = 0
    const counting: Fact = {
      id: 'http.known-agent',
      observe(...given) {
        asked++
        return knownAgent.observe(...given)
      },
    }
    const quick = byUserAgent(counting)
    const ask = (userAgent: string): void => void quick.observe(rawRequest({ 'user-agent': userAgent }), deps)
    for (let i = 0; i < 3; i++) ask('a')
    expect(asked).toBe(1)
    for (let i = 0; i < 1000; i++) ask(`b${i}`)
    ask('a')
    expect(asked).toBe(1002)
  })
})
