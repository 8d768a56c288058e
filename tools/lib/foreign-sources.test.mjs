import { describe, expect, it } from 'vitest'
import { foreignSources } from './foreign-sources.mjs'

const senses = [
  '../shared/features/index.ts',
  '../shared/scorecard/client-card.ts',
  '../collector/tells/sensed-tells.ts',
  '../collector/senses/index.ts',
]
const both = ['../shared/pow.ts', '../collector/page/after.ts', '../collector/tells/probe/realm.ts']
const collector = ['../collector/tells/still-tells.ts', '../collector/tells/observe.ts', '../collector/capture/text.ts']
const server = ['../attest-server/index.ts', '../shared/scorecard/server-card.ts', '../shared/scorecard/fact-rows.ts', '../e2e/run.mjs']

describe('what is foreign to a bundle', () => {
  it.each(['collector.js', 'collector.mjs'])('is for %s what senses.js brings', (bundle) => {
    expect(foreignSources(bundle, [...both, ...collector, ...senses])).toEqual(senses)
  })

  it.each(['senses.js', 'senses.mjs'])('is for %s what the collector has', (bundle) => {
    expect(foreignSources(bundle, [...both, ...collector, ...senses])).toEqual(collector)
  })

  it.each(['collector.js', 'senses.mjs', 'enforce.js'])('is for %s what only the server has', (bundle) => {
    expect(foreignSources(bundle, [...both, ...server])).toEqual(server)
  })
})
