import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { serverOnly } from './server-only.mjs'

/** The features that there are. @type {{ features: string[] }} */
const order = JSON.parse(readFileSync(new URL('../../shared/wire/vectors/order.json', import.meta.url), 'utf8'))

const shared = fileURLToPath(new URL('../../shared', import.meta.url))

/** @param {string} folder @param {RegExp} name @returns {[path: string, code: string][]} */
const sources = (folder, name) =>
  readdirSync(join(shared, folder), { recursive: true, encoding: 'utf8' }).flatMap((file) =>
    name.test(file) && !file.includes('.test.') ? [[join(shared, folder, file), readFileSync(join(shared, folder, file), 'utf8')]] : [],
  )

/** @param {string} path @param {string} code @returns {string | undefined} */
const left = (path, code) => /** @type {any} */ (serverOnly().transform)(code, path)?.code

it('leaves out what each feature needs, and nothing else', () => {
  const features = sources('features', /\.ts$/).filter(([, code]) => code.includes('satisfies Feature<'))
  expect(features.length).toBe(order.features.length)
  for (const [path, code] of features) {
    const lines = left(path, code)?.split('\n') ?? []
    expect(lines.length, path).toBe(code.split('\n').length)
    const gone = code.split('\n').filter((line, i) => line !== lines[i])
    expect(gone, path).toEqual([expect.stringMatching(/^ {2}needs: \{.*\},$/)])
  }
})

it('leaves out on what each row of the cards stands, and nothing else', () => {
  for (const [path, code] of sources('scorecard', /-rows\.ts$/).filter(([path]) => !/fact-rows|fitted-rows/.test(path))) {
    const rows = code.match(/^ {2}.*\b(row|tell)\('/gm) ?? []
    expect(rows.length, path).toBeGreaterThan(0)
    const lines = left(path, code)?.split('\n') ?? []
    const changed = code.split('\n').flatMap((line, i) => (line === lines[i] ? [] : [[line, lines[i]]]))
    expect(changed, path).toHaveLength(rows.length)
    for (const [line, rest] of changed) expect(line?.replace(/, [A-Z_]+(\)+,)$/, '$1'), path).toBe(rest)
  }
})

it('leaves out to what tables were fitted, and nothing else', () => {
  const tables = sources('scorecard', /-table\.ts$/)
  expect(tables.length).toBeGreaterThan(0)
  for (const [path, code] of tables) {
    const lines = left(path, code)?.split('\n') ?? []
    const gone = code.split('\n').filter((line, i) => line !== lines[i])
    expect(gone, path).toEqual((code.match(/amount:/g) ?? []).map(() => expect.stringMatching(/^ +source: '.*',$/)))
  }
})

it('touches no other file', () => {
  expect(left('/repo/collector/auto.ts', "const FLEET = 'x'\n  needs: { a: 1 },\n")).toBeUndefined()
})
