import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { stages, ways } from '../core/observer.js'
import { createMetrics } from './metrics.js'

const guide = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8')

/** Cells of the table whose head begins so. */
function rowsOf(head: string): readonly (readonly string[])[] {
  const [, table = ''] = guide.split(`\n| ${head} |`)
  const lines = table.split('\n\n')[0]!.split('\n').slice(2)
  return lines.map((line) => line.slice(2, -2).split(' | '))
}
const codesIn = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code!)

describe('the guide for operators', () => {
  it('names each metric with its labels, and no other', async () => {
    const metrics = await createMetrics().register.getMetricsAsJSON()
    const own = metrics.filter(({ name }) => name.startsWith('vouchsafe_')).map(({ name }) => name)
    const rows = rowsOf('metric')
    expect(rows.map(([name]) => codesIn(name)[0])).toEqual(own)
    const { register: _, ...all } = createMetrics()
    const labels = Object.values(all).map((metric) => (metric as unknown as { labelNames: string[] }).labelNames)
    expect(rows.map(([, cell]) => codesIn(cell))).toEqual(labels)
  })

  it('names each stage in order, and both ways', () => {
    const [, , stage] = rowsOf('metric').find(([name]) => name === '`vouchsafe_stage_seconds`')!
    expect(codesIn(stage)).toEqual(stages)
    const [, , way] = rowsOf('metric').find(([name]) => name === '`vouchsafe_challenges_total`')!
    expect(codesIn(way)).toEqual(ways)
  })

  it('names each event that is logged', () => {
    const folder = new URL('..', import.meta.url)
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /(?<!\.test)\.ts$/.test(name))
    const sources = files.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n')
    const logged = [...sources.matchAll(/\blog\.(?:info|error)\('([a-z-]+)'/g)].map(([, event]) => event)
    const named = new Set(rowsOf('`event`').flatMap(([events]) => codesIn(events)))
    expect(logged.length).toBeGreaterThan(10)
    expect(logged.filter((event) => !named.has(event!))).toEqual([])
  })
})
