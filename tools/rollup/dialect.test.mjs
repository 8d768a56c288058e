import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { composeDialect } from '../dialect/make-dialect.mjs'
import { dialectOf, variableOf } from './dialect.mjs'
import { importTypescript } from './import-typescript.mjs'

const dialect = composeDialect(await importTypescript('attest-server/core/dialects/build-lists.ts'), '0.1.0', 'a seed', 0)
const path = (/** @type {string} */ file) => fileURLToPath(new URL(`../../${file}`, import.meta.url))

/** @param {string} file @returns {string} */
function inDialect(file, spoken = dialect) {
  const plugin = /** @type {any} */ (dialectOf(spoken))
  const context = {
    error: (/** @type {string} */ message) => {
      throw new Error(message)
    },
  }
  return plugin.transform.call(context, readFileSync(path(file), 'utf8'), path(file))?.code
}

/** @param {string} code */
const listIn = (code) =>
  /= \[\n([\s\S]*?)\n+\]/
    .exec(code)?.[1]
    ?.split(/[\s,]+/)
    .filter(Boolean)

describe('a bundle in a dialect', () => {
  it('calls its claims by the dialect’s names', () => {
    const makers = ['attest/attempt', 'evidence/assemble', 'senses/summarise', 'senses/start-sensing', 'start-senses']
    const codes = makers.map((file) => inDialect(`collector/${file}.ts`)).join('')
    expect(codes).not.toContain('CLAIM.')
    for (const name of Object.values(dialect.names)) expect(codes).toMatch(new RegExp(`\\b${name}: `))
  })

  it('has its tells, features and counts in the dialect’s order, without those that it does not ask', () => {
    const tells = ['still', 'sensed'].flatMap((which) => listIn(inDialect(`collector/tells/${which}-tells.ts`)) ?? [])
    expect(tells).toEqual(dialect.tells.map(variableOf))
    for (const id of dialect.unasked) expect(tells).not.toContain(variableOf(id))
    expect(listIn(inDialect('shared/features/index.ts'))).toEqual(dialect.features.map(variableOf))
    expect(listIn(inDialect('shared/features/reading/tally.ts'))).toEqual(dialect.tally.map((key) => `'${key}'`))
  })

  it('writes in the dialect’s letters, and adds its honey', () => {
    expect(inDialect('shared/wire/observation-codes.ts')).toContain(`LETTERS = '${dialect.letters}'`)
    for (const { name, add, modulus } of dialect.honey)
      expect(inDialect('collector/evidence/honey.ts')).toMatch(new RegExp(`${name}: .*${add}\\) % ${modulus}`))
  })

  it('has as many lines as before, so that its map holds', () => {
    for (const file of ['collector/tells/sensed-tells.ts', 'shared/features/index.ts', 'collector/evidence/assemble.ts'])
      expect(inDialect(file).split('\n').length, file).toBe(readFileSync(path(file), 'utf8').split('\n').length)
  })

  it('is not built where one of the places is not what it was: it would speak half of a dialect', () => {
    const plugin = /** @type {any} */ (dialectOf(dialect))
    const error = (/** @type {string} */ message) => {
      throw new Error(message)
    }
    expect(() => plugin.transform.call({ error }, 'const CODES = [1]', path('shared/wire/observation-codes.ts'))).toThrow('nothing in it')
  })

  it('is any other where there is no dialect', () => {
    expect(/** @type {any} */ (dialectOf(undefined)).transform('x', path('shared/wire/tells.ts'))).toBeNull()
  })
})
