import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sessionCard } from './session-card.js'
import { NOT_COMPUTED } from './verdict/read-verdict.js'

const page = (name: string): string => readFileSync(new URL(`../../../docs/${name}.md`, import.meta.url), 'utf8')

describe('the page about sessions', () => {
  const text = page('sessions')

  it('shows the body that lets pass, word for word', () => {
    expect(text).toContain(JSON.stringify(NOT_COMPUTED))
  })

  it('names the prior, the limits and every weight of behaviour', () => {
    const numbers = new Set(Array.from(text.matchAll(/[−-]?\d+(?:\.\d+)?/g), ([number]) => Number(number.replace('−', '-'))))
    const behaviour = sessionCard.rows.filter(({ family }) => sessionCard.families[family]!.engine === 'behaviour')
    const weights = behaviour.flatMap(({ bins }) => bins.map(({ llr }) => llr))
    for (const weight of [sessionCard.prior, sessionCard.families.probes!.max, ...weights])
      expect(numbers.has(weight) || weight === 0).toBe(true)
  })
})

describe('the page about verdicts with reasons', () => {
  it('publishes the prior', () => {
    expect(page('detectip')).toContain(`prior of −${-sessionCard.prior}`)
  })
})
