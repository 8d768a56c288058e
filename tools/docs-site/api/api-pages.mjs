import { join } from 'node:path'
import { Application, ReflectionKind, TSConfigReader } from 'typedoc'
import { root } from '../../lib/run.mjs'
import { entryTypes } from '../entry-types.mjs'
import { declarationText } from './declaration-text.mjs'

/** @typedef {import('typedoc').DeclarationReflection} Declaration */

/** The order in which a page lists what a module exports. */
const kinds = /** @type {const} */ ([
  [ReflectionKind.Function, 'Functions'],
  [ReflectionKind.Class, 'Classes'],
  [ReflectionKind.Interface | ReflectionKind.TypeAlias, 'Types'],
  [ReflectionKind.Variable, 'Values'],
])

/**
 * What `package.json` lets others import, with the source of each: `./verify/express` is built from `verify/express.ts`.
 *
 * @returns {readonly { name: string, file: string }[]}
 */
function entryPoints() {
  const file = (/** @type {string} */ types) => types.replace('./dist/types/', '').replace('.d.ts', '.ts')
  return entryTypes().map(({ path, types }) => ({ name: path.replace('.', 'vouchsafe'), file: file(types) }))
}

/** A page for each module, and the list of them. @returns {Promise<import('../site-map.mjs').Page[]>} */
export async function apiPages() {
  const entries = entryPoints()
  const app = await Application.bootstrap(
    {
      entryPoints: entries.map(({ file }) => join(root, file)),
      tsconfig: join(root, 'tsconfig.types.json'),
      excludeInternal: true,
      excludePrivate: true,
      excludeExternals: true,
      readme: 'none',
      logLevel: 'Error',
    },
    [new TSConfigReader()],
  )
  const project = await app.convert()
  if (!project) throw new Error('The API reference could not be made: see above')
  const modules = project.children ?? []
  const pages = entries.map(({ name, file }) => {
    const module = modules.find(({ sources, name }) => sources?.[0]?.fullFileName === join(root, file) || sameModule(name, file))
    if (!module) throw new Error(`The API reference lacks ${name}`)
    const url = `api/${name.replace('vouchsafe/', '').replaceAll('/', '-')}.html`
    return { file: `docs/${url.replace('.html', '.md')}`, url, title: name, section: 'API reference', text: moduleText(name, module) }
  })
  return [listOf(pages), ...pages]
}

/** typedoc calls a module after its file, without the ending and without `/index`. @param {string} name @param {string} file */
const sameModule = (name, file) => file === `${name}.ts` || file === `${name}/index.ts`

/** @param {string} name @param {Declaration} module */
function moduleText(name, module) {
  const children = module.children ?? []
  const parts = kinds.flatMap(([kind, title]) => {
    const own = children.filter((child) => child.kind & kind || (child.kind === ReflectionKind.Reference && targetKind(child) & kind))
    return own.length > 0 ? [`## ${title}`, ...own.map((child) => declarationText(resolve(child), name))] : []
  })
  const lead = module.comment?.summary.map(({ text }) => text).join('') ?? ''
  return [`# ${name}`, lead, ...parts].filter(Boolean).join('\n\n')
}

/** @param {Declaration} child */
const resolve = (child) =>
  /** @type {Declaration} */ ('getTargetReflectionDeep' in child ? /** @type {any} */ (child).getTargetReflectionDeep() : child)
/** @param {Declaration} child */
const targetKind = (child) => resolve(child).kind

/** @param {readonly import('../site-map.mjs').Page[]} pages @returns {import('../site-map.mjs').Page} */
function listOf(pages) {
  const lines = pages.map(({ title, file }) => `- [\`${title}\`](${file.replace('docs/api/', '')})`)
  const text = `# API reference\n\nWhat the package exports, made of its source.\n\n${lines.join('\n')}\n`
  return { file: 'docs/api/README.md', url: 'api/index.html', title: 'Overview', section: 'API reference', text }
}
