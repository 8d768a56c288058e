import { describe, expect, it } from 'vitest'
import { parseBrands } from './parse-brands.js'

describe('parseBrands', () => {
  it('reads what browsers send, awkward brands included', () => {
    expect(parseBrands('"Google Chrome";v="123", "Not:A-Brand";v="8", "Chromium";v="123"')).toEqual([
      { name: 'Google Chrome', version: '123' },
      { name: 'Not:A-Brand', version: '8' },
      { name: 'Chromium', version: '123' },
    ])
    expect(parseBrands('" Not A;Brand";v="99", "Chromium";v="90"')?.map(({ name }) => name)).toEqual([' Not A;Brand', 'Chromium'])
    expect(parseBrands('"(Not,Brand\\"";v="99.0.0.0"')).toEqual([{ name: '(Not,Brand\\"', version: '99.0.0.0' }])
  })

  it('takes nothing else for a list', () => {
    for (const list of [
      '',
      'Chromium',
      '"Chromium"',
      '"Chromium";v=123',
      '"Chromium',
      `"${'x'.repeat(2000)}";v="1"`,
      '"a";v="1",'.repeat(20),
    ]) {
      expect(parseBrands(list), list.slice(0, 30)).toBeUndefined()
    }
  })
})
