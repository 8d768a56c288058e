import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { libraries } from '../../testing/library-headers.js'
import { people } from '../../testing/people-headers.js'
import { defaultThresholds } from './decide-request.js'
import { neighbourLimits } from './neighbours/neighbour-index.js'
import { requestCard } from './request-card.js'
import { requestFieldNames } from './request-fields.js'

const page = readFileSync(new URL('../../../docs/request-scoring.md', import.meta.url), 'utf8')

describe('the page about scoring requests', () => {
  it('names every field', () => {
    for (const field of requestFieldNames) expect(page).toContain(`\`${field}\``)
  })

  it('names every row of the card with its weights, and no other', () => {
    const rows = [...page.matchAll(/^\| `((?:http|net|session)\.[a-z-]+)` \| ([a-z-]+) \| (.*) \|$/gm)]
      .filter(([, id]) => id !== 'session.look-alikes')
      .map(([, id, family, weights]) => {
        const numbers = weights!.split('·').map((one) => Number(/(\d+(?:\.\d+)?)\s*$/.exec(one)?.[1]))
        return `${id} ${family} ${numbers.join()}`
      })
    const own = requestCard.rows.filter(({ id }) => id !== 'session.look-alikes')
    const weights = own.map(
      ({ id, family, bins }) =>
        `${id} ${family} ${bins
          .map(({ llr }) => llr)
          .filter((llr) => llr !== 0)
          .join()}`,
    )
    expect(rows.sort()).toEqual(weights.sort())
  })

  it('names the limits', () => {
    for (const [family, { max }] of Object.entries(requestCard.families)) {
      expect(page).toMatch(new RegExp(family === 'look-alikes' ? `look-alikes −1\\.5 to ${max}` : `${family} ${max}[,.]`))
    }
    for (const number of [neighbourLimits.pending, neighbourLimits.labels]) expect(page).toContain(number.toLocaleString('en'))
    expect(page).toContain(`\`review\` from ${defaultThresholds.review} and \`block\` from ${defaultThresholds.block}`)
    expect(page).toContain(`${Object.keys(people).length} kinds of browser`)
    expect(page).toContain(`${Object.keys(libraries).length} libraries`)
  })
})
