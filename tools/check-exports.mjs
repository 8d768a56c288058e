import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import ts from 'typescript'
import rollup from '../rollup.config.mjs'
import { root } from './lib/run.mjs'

// An export is a promise to whoever may import it. Where nobody does, it only keeps a name alive, and hides that the code is dead.

const FOLDERS = ['shared', 'collector', 'attest-server', 'verify', 'demo-site', 'e2e', 'bench', 'tools']

/** What others import from outside: all that the bundles begin with. */
const entries = new Set(rollup.flatMap(({ input }) => (typeof input === 'string' ? [input] : Object.values(input))))

const files = FOLDERS.flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((path) => join(folder, String(path))))
const sources = [...files, 'rollup.config.mjs'].filter((file) => /\.(tsx?|m?js)$/.test(file))

/** @type {{ file: string, name: string, statement: ts.Statement }[]} */
const exported = []
/** `file name`, and `file *` where all of a file is taken. @type {Set<string>} */
const imported = new Set()

for (const file of sources) {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.ES2022, true)
  for (const statement of source.statements) exported.push(...exportsOf(statement).map((name) => ({ file, name, statement })))
  noteImports(source, source)
}

const unused = exported.filter(({ file, name, statement }) => {
  const wanted = entries.has(file) || imported.has(`${file} ${name}`) || imported.has(`${file} *`)
  return !wanted && !(isType(statement) && isPartOfOther(file, name, statement))
})
for (const { file, name } of unused) console.error(`${file}: nobody imports ${name}`)
if (unused.length === 0) console.log(`${exported.length} exports of ${sources.length} files: each is imported, or the type of one that is`)
process.exitCode = unused.length === 0 ? 0 : 1

/** @param {ts.Statement} statement */
function isType(statement) {
  return ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)
}

/**
 * Whether something else that the file exports is written with this name: whoever gets that can say what it is.
 *
 * @param {string} file
 * @param {string} name
 * @param {ts.Statement} own
 */
function isPartOfOther(file, name, own) {
  const word = new RegExp(`\\b${name}\\b`)
  return exported.some((other) => other.file === file && other.statement !== own && word.test(other.statement.getText()))
}

/**
 * The names that a statement exports; a default export has a reader of its own: the tool that it configures.
 *
 * @param {ts.Statement} statement
 * @returns {string[]}
 */
function exportsOf(statement) {
  if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause))
    return statement.exportClause.elements.map(({ name }) => name.text)
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : []
  const has = (/** @type {ts.SyntaxKind} */ kind) => modifiers.some((modifier) => modifier.kind === kind)
  if (!has(ts.SyntaxKind.ExportKeyword) || has(ts.SyntaxKind.DefaultKeyword)) return []
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.flatMap(({ name }) => namesOf(name))
  const { name } = /** @type {ts.DeclarationStatement} */ (statement)
  return name ? [name.text] : []
}

/** @param {ts.BindingName} name @returns {string[]} */
function namesOf(name) {
  if (ts.isIdentifier(name)) return [name.text]
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : namesOf(element.name)))
}

/** @param {ts.SourceFile} source @param {ts.Node} node */
function noteImports(source, node) {
  for (const [specifier, names] of importsOf(node)) {
    const file = resolve(source.fileName, specifier)
    for (const name of names) imported.add(`${file} ${name}`)
  }
  for (const [file, names] of builtImport(node)) for (const name of names) imported.add(`${file} ${name}`)
  ts.forEachChild(node, (child) => noteImports(source, child))
}

/** @param {ts.Node} node @returns {(readonly [specifier: string, names: readonly string[]])[]} */
function importsOf(node) {
  if (ts.isImportDeclaration(node)) return specified(node.moduleSpecifier, bindings(node.importClause?.namedBindings))
  if (ts.isExportDeclaration(node)) return specified(node.moduleSpecifier, bindings(node.exportClause))
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return specified(node.argument.literal, ['*'])
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) return specified(node.arguments[0], ['*'])
  return []
}

/**
 * What a program takes of a TypeScript module: `const { name } = await importTypescript('file of the repository')`.
 *
 * @param {ts.Node} node
 * @returns {(readonly [file: string, names: readonly string[]])[]}
 */
function builtImport(node) {
  if (!ts.isVariableDeclaration(node) || !node.initializer || !ts.isAwaitExpression(node.initializer)) return []
  const call = node.initializer.expression
  if (!ts.isCallExpression(call) || call.expression.getText() !== 'importTypescript') return []
  return specified(call.arguments[0], ts.isObjectBindingPattern(node.name) ? namesOf(node.name) : ['*'])
}

/** @param {ts.Node | undefined} specifier @param {readonly string[]} names @returns {(readonly [string, readonly string[]])[]} */
function specified(specifier, names) {
  return specifier && ts.isStringLiteral(specifier) ? [[specifier.text, names]] : []
}

/** @param {ts.NamedImportBindings | ts.NamedExportBindings | undefined} clause nothing: `export * from` or an import for its effects */
function bindings(clause) {
  if (!clause || !('elements' in clause)) return ['*']
  return clause.elements.map(({ name, propertyName }) => (propertyName ?? name).text)
}

/** The file that a relative import means, as `exported` names it. @param {string} importer @param {string} specifier */
function resolve(importer, specifier) {
  const file = normalize(join(dirname(importer), specifier))
  const typed = ['.ts', '.tsx'].map((extension) => file.replace(/\.js$/, extension))
  return typed.find((path) => existsSync(join(root, path))) ?? file
}
