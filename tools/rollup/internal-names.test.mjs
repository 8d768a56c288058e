import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { internalNames } from './internal-names.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** All whose types a page, the server, a worker or another bundle reads. */
const outward = [
  ...readdirSync(`${root}shared/wire`)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'index.ts')
    .map((file) => `shared/wire/${file}`),
  'shared/observation.ts',
  'shared/pow.ts',
  'shared/features/input-event.ts',
  'shared/features/tally.ts',
  'collector/collector.ts',
  'collector/options.ts',
  'collector/attest/attestation.ts',
  'collector/enforce/enforce.ts',
  'collector/evidence/sign.ts',
  'collector/pow/messages.ts',
  'collector/pow/worker-facts.ts',
  'collector/senses/sensing.ts',
]

/** @param {string} code */
const namesIn = (code) => [...code.matchAll(/(?<![\w$'-])([A-Za-z_]\w*)(?=\??:|\()/g)].map(([name]) => name)

it.each(outward)('shortens no name of %s', (path) => {
  const names = namesIn(readFileSync(root + path, 'utf8'))
  expect(names.length).toBeGreaterThan(0)
  expect(names.filter((name) => internalNames.includes(name))).toEqual([])
})

it('shortens no name of the report that a page can read', () => {
  const code = readFileSync(`${root}shared/scorecard/scorecard.ts`, 'utf8')
  const report = code.slice(code.indexOf('export interface Contribution'))
  expect(namesIn(report)).toContain('posterior')
  expect(namesIn(report).filter((name) => internalNames.includes(name))).toEqual([])
})
