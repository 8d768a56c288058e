import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { behaviourCard } from './evidence/behaviour-card.js'
import { botLikeness, humanLikeness, type Table } from './evidence/scale.js'
import { detectionSignals } from './signals/detection/index.js'
import { verificationSignals } from './signals/verification/index.js'

const page = readFileSync(new URL('../../../docs/behaviour-scoring.md', import.meta.url), 'utf8')

/** The cells of the table whose head begins so, row by row. */
const rowsOf = (head: string): string[][] =>
  page
    .split(`\n| ${head} |`)[1]!
    .split('\n\n')[0]!
    .split('\n')
    .slice(2)
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', '')),
    )

const numbersOf = (line: string): number[] => [...line.matchAll(/[−-]?\d+(\.\d+)?(?= \|)/g)].map(([text]) => Number(text.replace('−', '-')))

/** A map on the page: its points stand above its name. */
function tableOf(name: string): number[][] {
  const lines = page.split('\n')
  const at = lines.findIndex((line) => line.startsWith(`| \`overall_score\` of ${name}`))
  const [xs, ys] = [numbersOf(lines[at - 2]!), numbersOf(lines[at]!)]
  return xs.map((x, i) => [x, ys[i]!])
}

describe('the page about scoring of behaviour', () => {
  it('has each detection signal, with its weight and its neutral', () => {
    const rows = rowsOf('signal | from').map((cells) => [cells[0]!, Number(cells[4]), Number(cells[5])])
    expect(rows).toEqual(detectionSignals.map(({ name, weight, neutral = 0 }) => [name, weight, neutral]))
  })

  it('has each verification signal, with its dimension and its weight', () => {
    const rows = rowsOf('signal | dimension').map((cells) => [cells[0]!, cells[1]!, Number(cells[5])])
    expect(rows).toEqual(verificationSignals.map(({ name, dimension, weight }) => [name, dimension, weight]))
  })

  it('has both maps and the card as they are', () => {
    const asIs = (table: Table) => table.map((point) => [...point])
    expect(tableOf('/api/score')).toEqual(asIs(humanLikeness))
    expect(tableOf('/api/verify-bot')).toEqual(asIs(botLikeness))
    expect(page).toContain(`\`${behaviourCard.version}\``)
  })
})
