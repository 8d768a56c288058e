import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import type { FieldType, RuleField, RuleLanguage } from '../../wire/rules.js'

const typeWords: Readonly<Record<FieldType, string>> = {
  number: 'number',
  boolean: 'yes or no',
  string: 'text',
  'id-list': 'list of numbers',
}

const fieldCompletion = ({ name, type, nullable, description }: RuleField): Completion => ({
  label: name,
  type: 'variable',
  detail: typeWords[type],
  info: `${description}${nullable ? ' May be unknown.' : ''}`,
})

/** The field that stands before the cursor, and whether an operator already does: `band` and then `==`. */
function readBefore(text: string): { readonly field?: string; readonly hasOperator: boolean } {
  const found = /([A-Za-z_][\w-]*(?:\.[\w-]+)*)\s*(==|!=|<=|>=|<|>|\bnot\s+in\b|\bin\b)?\s*\[?(?:\s*"[^"]*"\s*,)*\s*(?:"[^"]*)?$/i.exec(
    text,
  )
  if (!found) return { hasOperator: false }
  return { field: found[1]!, hasOperator: found[2] !== undefined }
}

/** What may come next: after a field its operators, after an operator its values, else fields and words. */
export function completeRule({ fields, keywords, operators }: RuleLanguage): (context: CompletionContext) => CompletionResult | null {
  const byName = new Map(fields.map((field) => [field.name, field]))
  const words = keywords.map((label) => ({ label, type: 'keyword' }))
  const names = fields.map(fieldCompletion)
  return (context) => {
    const line = context.state.sliceDoc(0, context.pos)
    const { field: name = '', hasOperator } = readBefore(line)
    const field = byName.get(name)
    if (field && hasOperator) return completeValue(context, field)
    const word = context.matchBefore(/[\w.-]*/)
    if (field && word?.text === '') {
      const options = (operators[field.type] ?? []).map((label) => ({ label, type: 'operator' }))
      return { from: context.pos, options: field.type === 'boolean' ? [...options, ...words] : options, filter: false }
    }
    if (!context.explicit && !word?.text) return null
    return { from: word?.from ?? context.pos, options: [...names, ...words], validFor: /^[\w.-]*$/ }
  }
}

function completeValue(context: CompletionContext, { type, values }: RuleField): CompletionResult | null {
  const quoted = context.matchBefore(/"[^"]*|\w*/)
  if (type === 'boolean')
    return { from: quoted?.from ?? context.pos, options: ['true', 'false'].map((label) => ({ label, type: 'constant' })) }
  if (!values) return null
  return { from: quoted?.from ?? context.pos, options: values.map((value) => ({ label: JSON.stringify(value), type: 'constant' })) }
}
