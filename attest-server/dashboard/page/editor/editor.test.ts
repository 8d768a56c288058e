import { CompletionContext } from '@codemirror/autocomplete'
import { EditorState } from '@codemirror/state'
import { describe, expect, it } from 'vitest'
import type { RuleLanguage } from '../../wire/rules.js'
import { checkRule } from './check-rule.js'
import { completeRule } from './complete.js'

const language: RuleLanguage = {
  fields: [
    { name: 'score', type: 'number', nullable: false, description: '1 to 99.' },
    { name: 'band', type: 'string', nullable: false, description: 'The band.', values: ['definite', 'likely_human'] },
    { name: 'tell.webdriver', type: 'boolean', nullable: true, description: 'Driven.' },
  ],
  keywords: ['AND', 'OR', 'NOT'],
  operators: { number: ['==', '<'], boolean: ['==', '!='], string: ['==', 'in'], 'id-list': ['in'] },
}

/** What is offered at the end of a text. */
function offered(text: string): readonly string[] {
  const context = new CompletionContext(EditorState.create({ doc: text }), text.length, true)
  return completeRule(language)(context)?.options.map(({ label }) => label) ?? []
}

describe('what the editor completes', () => {
  it.each([
    ['', ['score', 'band', 'tell.webdriver', 'AND', 'OR', 'NOT']],
    ['score < 20 AND ', ['score', 'band', 'tell.webdriver', 'AND', 'OR', 'NOT']],
    ['score ', ['==', '<']],
    ['band == ', ['"definite"', '"likely_human"']],
    ['band in ["definite", ', ['"definite"', '"likely_human"']],
    ['tell.webdriver ', ['==', '!=', 'AND', 'OR', 'NOT']],
    ['tell.webdriver == ', ['true', 'false']],
    ['score < ', []],
  ])('after “%s”: %o', (text, options) => expect(offered(text)).toEqual(options))
})

describe('what the editor says of a rule', () => {
  const check = checkRule(language)

  it('is nothing where it is right, and where it has not begun', () => {
    expect(check('score < 20 AND band != "definite"')).toEqual([])
    expect(check('  ')).toEqual([])
  })

  it('is where it is wrong, and what was meant', () => {
    expect(check('band == "definite" AND\nscorre < 20')).toMatchObject([
      { code: 'field-unknown', at: { offset: 23, length: 6, line: 2, column: 1 }, suggestion: 'score' },
    ])
  })
})
