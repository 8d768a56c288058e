import { describe, expect, it } from 'vitest'
import { sizeFaults, withTable } from './size-table.mjs'

const weight = { file: 'collector.js', raw: 10_000, gzip: 5000, brotli: 4000, budget: 6000 }
const document = withTable('# Sizes\n\n<!-- made by npm run size -- --write -->\n<!-- end -->\n\nMore.\n', [weight])

describe('the table of sizes', () => {
  it('is put where the document says, and nothing else is touched', () => {
    expect(document).toMatch(/^# Sizes\n[\s\S]*\| `collector\.js` \| 10,000 \| 5,000 \| 4,000 \| 6,000 \|\n<!-- end -->\n\nMore\.\n$/)
    expect(withTable(document, [weight])).toBe(document)
  })
  it('is right as long as it is nearly so', () => {
    expect(sizeFaults(document, [{ ...weight, raw: 10_300, brotli: 3900 }])).toEqual([])
  })
  it.each([{ raw: 11_000 }, { gzip: 4000 }, { brotli: 5000 }, { budget: 7000 }, { file: 'other.js' }, { raw: Number.NaN }])(
    'is wrong where it says something else: %j',
    (change) => {
      expect(sizeFaults(document, [{ ...weight, ...change }])).toHaveLength(1)
    },
  )
})
