import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

/** The page's scripts are JavaScript for the browser: they are loaded as such. */
const load = async <T>(file: string): Promise<T> => (await import(join(import.meta.dirname, 'public', 'live', file))) as T
const { counted } = await load<{ counted: (many: number, one: string, more?: string) => string }>('dom.js')

describe('counts on the live page', () => {
  it.each([
    [0, '0 presses'],
    [1, '1 press'],
    [2, '2 presses'],
  ])('%d is counted as “%s”', (many, words) => expect(counted(many, 'press', 'presses')).toBe(words))

  it('takes an s for several where nothing else is said', () => expect(counted(3, 'scroll event')).toBe('3 scroll events'))
})
