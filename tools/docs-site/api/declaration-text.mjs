import { ReflectionKind } from 'typedoc'

/**
 * @typedef {import('typedoc').DeclarationReflection} Declaration
 * @typedef {import('typedoc').SignatureReflection} Signature
 * @typedef {import('typedoc').Comment} Comment
 * @typedef {import('typedoc').ParameterReflection} Parameter
 */

/** @param {Comment | undefined} comment */
const summaryOf = (comment) => partsText(comment?.summary ?? [])
/** @param {readonly { kind: string, text: string }[]} parts */
const partsText = (parts) =>
  parts
    .map(({ kind, text }) => (kind === 'inline-tag' ? `\`${text}\`` : text))
    .join('')
    .trim()
/** In a cell of a table. @param {string} text */
const cell = (text) => text.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|')
/** As code in a cell, whatever it holds. @param {unknown} type */
const code = (type) => `\`${String(type).replaceAll('|', '\\|').replace(/\s+/g, ' ')}\``

/** @param {Comment | undefined} comment @param {string} tag */
const tagged = (comment, tag) =>
  (comment?.blockTags ?? [])
    .filter((block) => block.tag === tag)
    .map((block) => partsText(block.content))
    .join(' ')

/** What a declaration is, for whoever calls it. @param {Declaration} declaration @param {string} module @returns {string} Markdown */
export function declarationText(declaration, module) {
  const { name, kind } = declaration
  const heading = `### ${name}`
  if (kind & ReflectionKind.Function)
    return [heading, ...(declaration.signatures ?? []).map((each) => signatureText(each, module))].join('\n\n')
  const parts = [heading, summaryOf(declaration.comment)]
  if (kind & ReflectionKind.Class) {
    const made = declaration.children?.find((child) => child.kind & ReflectionKind.Constructor)?.signatures?.[0]
    if (made) parts.push(fence(`class ${name} {\n  ${constructorText(made)}\n}`))
  } else if (kind & ReflectionKind.Variable) parts.push(fence(`const ${name}: ${typeText(declaration)}`))
  else if (kind & ReflectionKind.TypeAlias && !membersOf(declaration).length) parts.push(fence(`type ${name} = ${typeText(declaration)}`))
  parts.push(membersText(membersOf(declaration)))
  return parts.filter(Boolean).join('\n\n')
}

/** @param {string} text */
const fence = (text) => `\`\`\`ts\n${text}\n\`\`\``

/** Long unions are for reading one below the other. @param {Declaration} declaration */
function typeText({ type }) {
  const text = String(type)
  return text.length > 100 && text.includes(' | ') && !text.includes('{')
    ? text
        .split(' | ')
        .map((part) => `\n  | ${part}`)
        .join('')
    : text
}

/** @param {Signature} signature */
const constructorText = ({ parameters = [] }) => `constructor(${parameters.map(parameterText).join(', ')})`

/** @param {Parameter} parameter */
const parameterText = ({ name, type, flags, defaultValue }) =>
  `${name.startsWith('__') ? 'options' : name}${flags.isOptional || defaultValue !== undefined ? '?' : ''}: ${type}`

/** @param {Signature} signature @param {string} module */
function signatureText({ name, parameters = [], type, comment }, module) {
  const called = `import { ${name} } from '${module}'\n\n${name}(${parameters.map(parameterText).join(', ')}): ${type}`
  const rows = parameters
    .filter(({ comment }) => summaryOf(comment))
    .map(({ name, comment }) => `| \`${name}\` | ${cell(summaryOf(comment))} |`)
  const returns = tagged(comment, '@returns')
  const throws = tagged(comment, '@throws')
  return [
    summaryOf(comment),
    fence(called),
    rows.length > 0 ? `| argument | |\n|---|---|\n${rows.join('\n')}` : '',
    returns && `Returns ${returns}`,
    throws && `Throws ${throws}`,
    example(comment),
  ]
    .filter(Boolean)
    .join('\n\n')
}

/** @param {Comment | undefined} comment */
const example = (comment) => tagged(comment, '@example')

/** Of an interface, a class, or an alias of an object. @param {Declaration} declaration @returns {readonly Declaration[]} */
function membersOf({ children, type }) {
  const inline = type?.type === 'reflection' ? /** @type {import('typedoc').ReflectionType} */ (type).declaration.children : undefined
  return (children ?? inline ?? []).filter(({ kind, flags }) => !(kind & ReflectionKind.Constructor) && !flags.isStatic)
}

/** @param {readonly Declaration[]} members */
function membersText(members) {
  if (members.length === 0) return ''
  const rows = members.map((member) => {
    const signature = member.signatures?.[0]
    const type = signature ? `(${(signature.parameters ?? []).map(parameterText).join(', ')}) => ${signature.type}` : member.type
    const comment = member.comment ?? signature?.comment
    const fallback = tagged(comment, '@default')
    const said = [summaryOf(comment), fallback && `Default: ${fallback}`].filter(Boolean).join(' ')
    return `| \`${member.name}\`${member.flags.isOptional ? ' (optional)' : ''} | ${code(type)} | ${cell(said)} |`
  })
  return `| member | type | |\n|---|---|---|\n${rows.join('\n')}`
}
