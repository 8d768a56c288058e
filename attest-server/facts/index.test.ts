import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { factHardRules, factRows, unscoredFacts } from '../../shared/scorecard/fact-rows.js'
import type { Fact } from './fact.js'
import { facts } from './index.js'
import { networkFacts } from './network-facts.js'
import { requestFacts } from './request-facts.js'

/** Every file of the folders below that exports a fact. */
async function filed(): Promise<Fact[]> {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  const sources = files.filter((file) => /[\\/]/.test(file) && file.endsWith('.ts') && !file.endsWith('.test.ts'))
  const modules = await Promise.all(sources.map((file) => import(join(import.meta.dirname, file)) as Promise<Record<string, unknown>>))
  const isFact = (value: unknown): value is Fact => typeof value === 'object' && value !== null && 'observe' in value && 'id' in value
  return modules.flatMap((module) => Object.values(module).filter(isFact))
}

describe('the list of facts', () => {
  it('and that of any request hold every fact that has a file, once', async () => {
    const [own, any]: string[][] = [facts, requestFacts].map((list) => list.map(({ id }) => id))
    expect([...new Set([...own!, ...any!])].sort()).toEqual((await filed()).map(({ id }) => id).sort())
    for (const ids of [own!, any!]) expect(new Set(ids).size).toBe(ids.length)
    // Both hold what is observed of a network, and nothing else.
    expect(own!.filter((id) => any!.includes(id))).toEqual(networkFacts.map(({ id }) => id))
  })

  it('and the card agree: every fact has a row or is listed as unscored, and every row has a fact', () => {
    // Whose lie it is, proofs tell that wait for DNS and for keys: core/identity.
    const ids: string[] = [...facts.map(({ id }) => id), 'session.impostor']
    expect([...new Set([...factRows.map(({ id }) => id), ...unscoredFacts])].sort()).toEqual(ids.sort())
    for (const { id } of factHardRules) expect(ids).toContain(id)
  })
})
