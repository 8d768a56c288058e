import { describe, expect, it, vi } from 'vitest'
import { remembering } from './remembering.js'

describe('a function that remembers', () => {
  it('is asked once about a text, also where it has nothing to say', () => {
    const ask = vi.fn((text: string) => (text === '' ? undefined : text.length))
    const told = remembering(ask)
    expect([told('ab'), told('ab'), told(''), told('')]).toEqual([2, 2, undefined, undefined])
    expect(ask).toHaveBeenCalledTimes(2)
  })

  it('keeps a thousand texts, the newest, and none that is very long', () => {
    const ask = vi.fn((text: string) => text)
    const told = remembering(ask)
    for (let i = 0; i <= 1000; i++) told(`${i}`)
    told('1000')
    expect(ask).toHaveBeenCalledTimes(1001)
    told('0')
    expect(ask).toHaveBeenCalledTimes(1002)
    for (let i = 0; i < 2; i++) told('x'.repeat(513))
    expect(ask).toHaveBeenCalledTimes(1004)
  })
})
