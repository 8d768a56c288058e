import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exceptionFault } from './exception-fault.js'
import { StoreUnavailable } from './stores/ports.js'

function logged(error: Error): Record<string, unknown> {
  const lines: Record<string, unknown>[] = []
  exceptionFault(error, 'r1', { info: () => {}, error: (event, fields) => lines.push({ event, ...fields }) })
  return lines[0]!
}

describe('the log of an exception', () => {
  it('says what went wrong and where', () => {
    expect(logged(new TypeError("Cannot read properties of undefined (reading 'id')"))).toEqual({
      event: 'bug',
      request: 'r1',
      error: 'TypeError',
      message: 'Cannot read properties of undefined (reading',
      at: expect.stringMatching(/^exception-fault\.test\.ts:\d+:\d+$/),
    })
    expect(logged(new StoreUnavailable(new Error('database or disk is full')))).toMatchObject({
      event: 'store-unavailable',
      message: 'database or disk is full',
    })
  })

  it.each([
    ['JSON that is none', () => JSON.parse('{"email":ann@shop.example}')],
    ['an address that is none', () => new URL('https://ann:secret@')],
    ['a bad escape', () => decodeURIComponent('%E0secret%A4')],
    [
      'a database',
      () => {
        throw new Error('invalid input syntax for type inet: "203.0.113.9"')
      },
    ],
    [
      'a socket',
      () => {
        throw new Error('connect ECONNREFUSED 203.0.113.9:5432')
      },
    ],
    [
      'an apostrophe',
      () => {
        throw new Error("it can't be 'ann' and 'secret")
      },
    ],
  ])('does not repeat what was sent: %s', (_, work) => {
    let message = ''
    try {
      work()
    } catch (error) {
      message = String(logged(error as Error).message)
    }
    expect(message).not.toBe('')
    expect(message).not.toMatch(/ann|secret|203|shop/)
  })

  it('holds no address, token or key, whatever a message says', () => {
    const secret = fc.oneof(
      fc.ipV4(),
      fc.ipV6().filter((address) => /\d/.test(address)),
      fc.stringMatching(/^[A-Za-z_-]{32,60}$/),
      fc.uuid(),
    )
    fc.assert(
      fc.property(secret, fc.constantFrom(' ', ': ', '="', ' (', "'"), (secret, before) => {
        expect(logged(new Error(`it failed${before}${secret} at last`)).message).not.toContain(secret)
      }),
    )
  })
})
