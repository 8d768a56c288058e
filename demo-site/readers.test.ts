import { describe, expect, it } from 'vitest'
import { createReaders, DEMO_READER } from './readers.js'

describe('createReaders', () => {
  it('keeps the reader whom everybody may try, however many sign up', () => {
    const readers = createReaders()
    for (let i = 0; i < 1001; i++) readers.add(`${i}@post.example`, 'eight or more')
    expect(readers.knows(DEMO_READER.email, DEMO_READER.password)).toBe(true)
    expect(readers.knows('0@post.example', 'eight or more')).toBe(false)
    expect(readers.knows('1000@post.example', 'eight or more')).toBe(true)
  }, 60_000)

  it('knows an address in any case, and only with its password', () => {
    const readers = createReaders()
    readers.add('Marta@Post.example ', 'nine kilograms')
    expect(readers.knows('marta@post.example', 'nine kilograms')).toBe(true)
    expect(readers.knows('marta@post.example', 'ten kilograms')).toBe(false)
    expect(readers.knows('nobody@post.example', 'nine kilograms')).toBe(false)
  })
})
