import { describe, expect, it } from 'vitest'
import { formPayload, SALT_FIELD } from './payload.js'

const OWN = ['vouchsafe-token', SALT_FIELD]
const written = (...fields: (readonly [string, unknown])[]) => formPayload(fields, OWN)

describe('a form, written for its digest,', () => {
  it('is its fields by name, those of one name in their order', () => {
    expect(written(['b', '1'], ['a', '2'], ['b', '0'], ['B', '3'])).toBe('B=3&a=2&b=1&b=0')
  })
  it('is nothing where there is nothing', () => {
    expect(written()).toBe('')
    expect(written(['vouchsafe-token', 'x'], [SALT_FIELD, 'y'])).toBe('')
  })
  it('keeps empty names and values apart', () => {
    expect(written(['', ''], ['a', ''], ['', 'a'])).toBe('=&=a&a=')
  })
  it('has no file, nor anything else that is no text', () => {
    expect(written(['a', '1'], ['file', new Blob(['x'])], ['n', 5], ['o', { a: 1 }])).toBe('a=1')
  })
  it.each(['a\r\nb', 'a\nb', 'a\rb'])('has one kind of line end: %j', (value) => {
    expect(written(['text', value])).toBe('text=a%0D%0Ab')
  })
  it('has UTF-8 with all but unreserved letters escaped', () => {
    expect(written(['a b', "-_.~!'()*+&=%"])).toBe('a%20b=-_.~%21%27%28%29%2A%2B%26%3D%25')
    expect(written(['ä', '日本 😀'])).toBe('%C3%A4=%E6%97%A5%E6%9C%AC%20%F0%9F%98%80')
  })
  it('has U+FFFD for half a surrogate pair, as browsers send it', () => {
    expect(written(['x', 'a\ud83d'], ['y', '\ude00b'], ['z', '\ud83d\ude00'])).toBe('x=a%EF%BF%BD&y=%EF%BF%BDb&z=%F0%9F%98%80')
  })
  it('cannot be the same as another form', () => {
    expect(written(['a', '1&b=2'])).not.toBe(written(['a', '1'], ['b', '2']))
    expect(written(['a=', '1'])).not.toBe(written(['a', '=1']))
  })
})
