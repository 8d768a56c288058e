import { describe, expect, it } from 'vitest'
import { compileRule } from '../compile/compile-rule.js'
import type { DocumentedValues } from '../fields/documented-fields.js'
import { readFields } from '../fields/read-fields.js'
import { blank, knownFields } from '../testing/known-fields.js'
import { defaultToggles, makeRuleSet, type Policy, type Rule, type RuleAction } from './policy.js'
import { type DraftRule, type PastSession, preview, SAMPLES, startPreview } from './preview.js'

function draftOf(id: string, source: string, action: RuleAction, sortOrder = 0): DraftRule {
  const compiled = compileRule(source, knownFields)
  if (!compiled.ok) throw new Error(compiled.error[0].message)
  return { rule: { id, name: id, action, sortOrder, isActive: true, test: compiled.value.test }, reads: compiled.value.reads }
}
const policyOf = (...rules: readonly Rule[]): Policy => ({ rules: makeRuleSet(rules), toggles: defaultToggles })
const pastOf = (reference: string, values: Partial<DocumentedValues>): PastSession => ({
  reference,
  read: readFields(knownFields, { ...blank, ...values }, new Map()),
})
const scores = Array.from({ length: 99 }, (_, i) => pastOf(`s${i + 1}`, { score: i + 1, path: i % 2 ? '/login' : null }))

describe('the preview of a rule', () => {
  it('says how many actions flip, from what to what, and shows some', () => {
    const old = draftOf('old', 'score < 5', 'challenge', 1)
    const draft = draftOf('draft', 'score < 20', 'block')
    const { sessions, flipped, flips, matches } = preview(scores, policyOf(old.rule), policyOf(old.rule, draft.rule), [draft])
    expect({ sessions, flipped }).toEqual({ sessions: 99, flipped: 19 })
    expect(flips.map(({ from, to, sessions }) => [from, to, sessions])).toEqual([
      ['allow', 'block', 15],
      ['challenge', 'block', 4],
    ])
    expect(flips[0]?.samples[0]).toMatchObject({ reference: 's5', after: 'Rule "draft" matched.' })
    expect([...matches]).toEqual([['draft', 19]])
  })

  it('shows no more than a few of each, however many there are', () => {
    const draft = draftOf('draft', 'score > 0', 'block')
    expect(preview(scores, policyOf(), policyOf(draft.rule), [draft]).flips[0]?.samples).toHaveLength(SAMPLES)
  })

  it('says where a rule matches and changes nothing', () => {
    const old = draftOf('old', 'score < 50', 'block')
    const draft = draftOf('draft', 'score < 20', 'challenge', 1)
    const { flipped, matches } = preview(scores, policyOf(old.rule), policyOf(old.rule, draft.rule), [draft])
    expect([flipped, matches.get('draft')]).toEqual([0, 19])
  })

  it('owns up to what was not kept', () => {
    const draft = draftOf('draft', 'score < 20 AND path == "/login"', 'block')
    expect([...preview(scores, policyOf(), policyOf(draft.rule), [draft]).unknown]).toEqual([
      ['score', 0],
      ['path', 50],
    ])
  })

  it('shows what a rule that goes, or a toggle, changes', () => {
    const old = draftOf('old', 'score < 10', 'block')
    expect(preview(scores, policyOf(old.rule), policyOf(), []).flips).toMatchObject([{ from: 'block', to: 'allow', sessions: 9 }])
    const bots = [pastOf('bot', { score: 1, band: 'definite' })]
    const after = { ...policyOf(), toggles: { ...defaultToggles, blockDefinite: true } }
    expect(preview(bots, policyOf(), after, []).flips).toMatchObject([{ from: 'allow', to: 'block', sessions: 1 }])
  })

  it('can be asked on the way, page by page, and what it said stays said', () => {
    const draft = draftOf('draft', 'score < 50', 'block')
    const run = startPreview(policyOf(), policyOf(draft.rule), [draft])
    expect(run.report()).toMatchObject({ sessions: 0, flipped: 0, flips: [] })
    for (const session of scores.slice(0, 3)) run.add(session)
    const early = run.report()
    for (const session of scores.slice(3)) run.add(session)
    expect([early.flipped, early.flips[0]?.samples.length, early.matches.get('draft'), run.report().flipped]).toEqual([3, 3, 3, 49])
  })
})
