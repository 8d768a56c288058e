import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { minify } from 'terser'
import { root } from '../lib/run.mjs'

/** @typedef {import('./site-map.mjs').Page} Page */
/** @typedef {{ page: Page, passages: readonly import('./markdown.mjs').Passage[] }} Searched */

/** Of long passages the beginning: what is beyond it is found by its page. In characters. */
const LONGEST = 4000

/**
 * What the search needs, as scripts that the page loads when somebody first goes to the box. Scripts and not JSON: they load from a disk, too.
 *
 * @param {readonly Searched[]} pages
 * @returns {Promise<readonly (readonly [name: string, text: string])[]>}
 */
export async function searchFiles(pages) {
  const engine = join(root, 'node_modules', 'minisearch')
  const source = readFileSync(join(engine, 'dist', 'umd', 'index.js'), 'utf8')
  const { code = '' } = await minify(source.replace(/\n\/\/# sourceMappingURL.*/, ''))
  const rows = pages.flatMap(({ page, passages }) => rowsOf(page, passages))
  return [
    ['minisearch.js', `/*!\n${readFileSync(join(engine, 'LICENSE.txt'), 'utf8')}*/\n${code}`],
    ['search-index.js', `globalThis.vouchsafeDocs = ${JSON.stringify(rows)}\n`],
  ]
}

/** One row for each heading: `[address, page, heading, text]`. @param {Page} page @param {Searched['passages']} passages */
function rowsOf(page, passages) {
  return passages.map(({ heading: { level, id, text: title }, text }) => [
    level === 1 ? page.url : `${page.url}#${id}`,
    passages[0]?.heading.text ?? page.title,
    level === 1 ? '' : title,
    text.replace(/\s+/g, ' ').trim().slice(0, LONGEST),
  ])
}
