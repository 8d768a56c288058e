import { describe, expect, it } from 'vitest'
import { createAwaited, type Examined } from './awaited.js'

const NOW = 1_790_000_000
const examined = { thumbprint: 'key', credit: 1, commitment: undefined } as Examined
const one = { sealed: 'challenge', text: 'evidence' }

function start(count = 1, life = 30) {
  const awaited = createAwaited()
  for (let i = 0; i < count; i++) awaited.remember({ ...examined, sealed: `${i}`, text: 'evidence' }, NOW + life, NOW)
  const isKnown = (i: number) => awaited.take({ sealed: `${i}`, text: 'evidence' }) !== undefined
  return { awaited, isKnown }
}

describe('evidence whose answer is awaited', () => {
  it('is known by both its texts, once', () => {
    const { awaited } = start()
    awaited.remember({ ...examined, ...one }, NOW + 30, NOW)
    const others = [
      { ...one, text: 'evidencf' },
      { ...one, sealed: 'other' },
      { sealed: 'challenge evidence', text: '' },
      { sealed: '', text: 'challenge evidence' },
    ]
    for (const other of [...others, { sealed: '0', text: 'evidencf' }]) expect(awaited.take(other)).toBeUndefined()
    expect([awaited.take(one), awaited.take(one)]).toEqual([examined, undefined])
  })

  it('keeps what was found, and nothing else of a request', () => {
    const { awaited } = start()
    awaited.remember({ ...examined, ...one, ...{ project: 'shop', shown: {} } }, NOW + 30, NOW)
    expect(awaited.take(one)).toEqual(examined)
  })

  it('is bounded: of so many the newest, and none that is longer than honest ones', () => {
    const { awaited, isKnown } = start(513)
    expect([isKnown(0), isKnown(1), isKnown(512)]).toEqual([false, true, true])
    for (const length of [4096, 4097]) {
      const long = { sealed: 'challenge', text: 'x'.repeat(length) }
      awaited.remember({ ...examined, ...long }, NOW + 30, NOW)
      expect(awaited.take(long) !== undefined).toBe(length === 4096)
    }
  })

  it('is forgotten when the time for an answer is over, as soon as the next is remembered', () => {
    const { awaited, isKnown } = start(3)
    awaited.remember({ ...examined, ...one }, NOW + 59, NOW + 29)
    expect(isKnown(0)).toBe(true)
    awaited.remember({ ...examined, ...one }, NOW + 60, NOW + 30)
    expect([isKnown(1), isKnown(2), awaited.take(one) !== undefined]).toEqual([false, false, true])
  })
})
