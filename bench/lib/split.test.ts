import { describe, expect, it } from 'vitest'
import { isFitted } from './split.js'

const person = (source: string, user: string) => isFitted({ source, user, label: 'human', kind: 'task' })
const users = Array.from({ length: 1000 }, (_, i) => `user${i}`)

describe('the split of the recordings', () => {
  it('fits about six in ten of the users of a source, the same each time', () => {
    const fitted = users.filter((user) => person('sapimouse', user))
    expect(fitted.length).toBeGreaterThan(550)
    expect(fitted.length).toBeLessThan(650)
    expect(users.filter((user) => person('sapimouse', user))).toEqual(fitted)
  })

  it('fits the people whole of a source that may hold but one', () => {
    for (const user of users) expect(person('delbot-circles', user)).toBe(true)
  })

  it('draws each source anew', () => {
    const both = users.filter((user) => person('sapimouse', user) && person('another', user))
    expect(both.length).toBeGreaterThan(300)
    expect(both.length).toBeLessThan(420)
  })

  it('leaves whole sources and kinds out, and what its terms do not allow to fit', () => {
    for (const user of users) {
      expect(person('balabit', user)).toBe(false)
      expect(person('aalto-keystrokes', user)).toBe(false)
      expect(isFitted({ source: 'delbot-circles', user, label: 'bot', kind: 'gan' })).toBe(false)
      expect(isFitted({ source: 'synthetic', user, label: 'bot', kind: 'chase' })).toBe(false)
    }
  })
})
