import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const folder = new URL('../docs/decisions/', import.meta.url)
const names = readdirSync(folder)

describe('the pages of decisions', () => {
  it('have a number each: two branches may have taken the same one', () => {
    const numbers = names.map((name) => name.slice(0, 4))
    expect(numbers.filter((number, i) => numbers.indexOf(number) !== i)).toEqual([])
  })

  it.each(names)('%s begins with its number', (name) => {
    expect(readFileSync(new URL(name, folder), 'utf8')).toMatch(new RegExp(`^# ${Number(name.slice(0, 4))}\\. `))
  })
})
