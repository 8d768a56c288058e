import { describe, expect, it } from 'vitest'
import { foreignSources } from './foreign-sources.mjs'

const senses = [
  '../shared/features/index.ts',
  '../shared/scorecard/client-card.ts',
  '../collector/tells/webdriver.ts',
  '../collector/senses/index.ts',
]
const core = ['../shared/pow.ts', '../collector/start-senses.ts', '../collector/capture/text.ts']
const server = ['../attest-server/index.ts', '../shared/scorecard/server-card.ts', '../shared/scorecard/fact-rows.ts', '../e2e/run.mjs']

describe('what is foreign to a bundle', () => {
  it.each(['collector.js', 'collector.mjs'])('is for %s what senses.js brings', (bundle) => {
    expect(foreignSources(bundle, [...core, ...senses])).toEqual(senses)
  })

  it('is not for senses.js', () => {
    expect(foreignSources('senses.js', [...core, ...senses])).toEqual([])
  })

  it.each(['collector.js', 'senses.mjs', 'enforce.js'])('is for %s what only the server has', (bundle) => {
    expect(foreignSources(bundle, [...core, ...server])).toEqual(server)
  })
})
