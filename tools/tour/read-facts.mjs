import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { highlight } from '../docs-site/highlight.mjs'
import { createSlugs } from '../docs-site/slug.mjs'
import { root } from '../lib/run.mjs'
import { commentAbove, pathOf } from './read-source.mjs'

/**
 * The source of one fact, as the demo's tour shows it.
 *
 * @typedef {object} FactSource
 * @property {string} path
 * @property {string} says what stands above it
 * @property {string} code highlighted, as HTML
 * @property {number} lines
 * @property {string} docs where the documentation tells of it, below its root
 * @property {string} [group] of a feature: under which title it is counted
 * @property {Readonly<Record<string, number>>} [needs] of a feature: how many events of each sort it takes
 */

/** Groups of features, in the order in which they are shown, by their folders. @type {Readonly<Record<string, string>>} */
const GROUPS = {
  'shared/features/movement': 'Movement',
  'shared/features/press': 'Presses and taps',
  'shared/features/touch': 'Presses and taps',
  'shared/features/key': 'Keys and text',
  'shared/features/scroll': 'Wheel and scrolling',
  'shared/features/form': 'Fields and buttons',
  'shared/features/session': 'Pauses',
  'shared/features/quality': 'How well it is seen',
}

/** One file for each. */
const FOLDERS = ['collector/tells', ...Object.keys(GROUPS), 'attest-server/facts']

/** Where a kind of fact is told of that no page names. @type {Readonly<Record<string, string>>} */
const PAGES = {
  tell: 'how-it-decides.html#three-kinds-of-facts',
  input: 'how-it-decides.html#one-sum',
  net: 'network.html',
}

/** @returns {Readonly<Record<string, FactSource>>} by id */
export function readFacts() {
  const docs = readFileSync(join(root, 'docs', 'how-it-decides.md'), 'utf8')
  return Object.fromEntries(
    FOLDERS.flatMap((folder) => filesOf(join(root, folder))).flatMap((file) => {
      const source = readFileSync(file, 'utf8')
      const id = /^ {2}id: '((?:tell|input|net|http|pow|device|session)\.[a-z-]+)'/m.exec(source)?.[1]
      return id === undefined ? [] : [[id, factOf(id, file, source, docs)]]
    }),
  )
}

/** @param {string} id @param {string} file @param {string} source @param {string} docs @returns {FactSource} */
function factOf(id, file, source, docs) {
  const path = pathOf(file)
  const group = GROUPS[dirname(path)]
  const needs = /^ {2}needs: \{([^}]*)\}/m.exec(source)?.[1]
  const counts = Array.from(needs?.matchAll(/(\w+): (\d+)/g) ?? [], ([, name, least]) => [name, Number(least)])
  return {
    path,
    says:
      commentAbove(source, /\n(?:export )?const \w+(?:: [\w<>]+)? = \{\n {2}id: '/) ??
      commentAbove(source, /\n(?:export )?(?:const|function|type|interface) /) ??
      '',
    code: highlight(source.trimEnd(), 'typescript'),
    lines: source.trimEnd().split('\n').length,
    docs: sectionOn(id, docs) ?? PAGES[id.split('.')[0] ?? ''] ?? 'how-it-decides.html',
    ...(group !== undefined && { group }),
    ...(needs !== undefined && { needs: Object.fromEntries(counts) }),
  }
}

/** The first section that names it. @param {string} id @param {string} docs */
function sectionOn(id, docs) {
  const slugs = createSlugs()
  let found
  let section = ''
  for (const line of docs.split('\n')) {
    const heading = /^#+ (.*)/.exec(line)?.[1]
    if (heading !== undefined) section = slugs(heading.replaceAll('`', ''))
    if (line.includes(`\`${id}\``)) found ??= section
  }
  return found === undefined ? undefined : `how-it-decides.html#${found}`
}

/** @param {string} folder */
const filesOf = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(({ name }) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map(({ parentPath, name }) => join(parentPath, name))
