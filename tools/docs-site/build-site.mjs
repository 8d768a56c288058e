import { appendFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '../lib/run.mjs'
import { apiPages } from './api/api-pages.mjs'
import { exampleFiles, examplePages } from './example-files.mjs'
import { render } from './markdown.mjs'
import { attachments, sections } from './nav.mjs'
import { document } from './page.mjs'
import { searchFiles } from './search-files.mjs'
import { urlOf, writtenPages } from './site-map.mjs'

/**
 * @typedef {import('./site-map.mjs').Page} Page
 * @typedef {{ out: string, source?: string | undefined, edit?: string | undefined, api?: boolean }} Options `source` and `edit`: where
 *   files of the repository are read and changed, if anywhere; `api` false leaves the generated reference out, which takes longest
 */

const theme = join(root, 'tools', 'docs-site', 'theme')
/** One highlighter makes the code of both: its classes mean the same in the demo's tour. */
const highlighting = join(root, 'demo-site', 'public', 'tour', 'highlight.css')

/**
 * Makes the site anew.
 *
 * @param {Options} options
 * @returns {Promise<readonly Page[]>} what it holds
 */
export async function buildSite({ out, source, edit, api = true }) {
  const written = writtenPages()
  const generated = api ? await apiPages() : []
  const nav = navOf(written, generated)
  const pages = [...inOrder(nav, written), ...written.filter(({ shelved }) => shelved), ...examplePages()]
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  rmSync(out, { recursive: true, force: true })
  const rendered = [...pages, allPages(nav)].map((page) => ({ page, ...render({ page, source }) }))
  for (const [index, { page, html, headings }] of rendered.entries()) {
    const [before, after] = [pages[index - 1], pages[index + 1]].map((near) => (near && areNeighbours(page, near) ? near : undefined))
    const isWritten = existsSync(join(root, page.file))
    const mend = edit && isWritten ? `${edit}/${page.file}` : undefined
    const steps = page.url === 'all-pages.html' ? {} : { before, after }
    write(join(out, page.url), document({ page, html, headings, nav, ...steps, edit: mend, version }))
  }
  copyAttachments(out)
  cpSync(theme, join(out, 'theme'), { recursive: true })
  appendFileSync(join(out, 'theme', 'site.css'), `\n${readFileSync(highlighting, 'utf8')}`)
  for (const [name, text] of await searchFiles(rendered.filter(({ page }) => !exampleFiles.includes(page.file))))
    write(join(out, 'theme', name), text)
  return pages
}

/** @param {string} path @param {string} text */
function write(path, text) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

/** @param {readonly Page[]} written @param {readonly Page[]} generated @returns {import('./page.mjs').NavSection[]} */
function navOf(written, generated) {
  const own = sections.map(({ title }) => ({ title, pages: written.filter(({ section, shelved }) => section === title && !shelved) }))
  const reference = generated.length > 0 ? [{ title: 'API reference', pages: generated }] : []
  return [...own.slice(0, -1), ...reference, ...own.slice(-1)]
}

/** @param {readonly import('./page.mjs').NavSection[]} nav @param {readonly Page[]} written */
const inOrder = (nav, written) => [...new Set([...nav.flatMap(({ pages }) => pages), ...written.filter(({ shelved }) => !shelved)])]

/** Pages of the list follow each other through all of it, those of a shelf or an example among themselves. @param {Page} a @param {Page} b */
const areNeighbours = (a, b) => !a.shelved === !b.shelved && (!a.shelved || a.section === b.section)

/** For those without a script, whom the search box brings here. @param {readonly import('./page.mjs').NavSection[]} nav @returns {Page} */
function allPages(nav) {
  const lists = nav.map(({ title, pages }) => `## ${title}\n\n${pages.map(({ title, file }) => `- [${title}](/${file})`).join('\n')}`)
  const lead = 'The search box needs JavaScript. Without it, this list and the search of your browser lead everywhere.'
  return {
    file: 'docs/all-pages.md',
    url: 'all-pages.html',
    title: 'All pages',
    section: '',
    text: `# All pages\n\n${lead}\n\n${lists.join('\n\n').replaceAll('](/docs/', '](').replaceAll('](/', '](../')}\n`,
  }
}

/** Drawings and files to take, with a list of each folder that has no page of its own. @param {string} out */
function copyAttachments(out) {
  for (const folder of attachments) {
    const from = join(root, folder)
    const to = join(out, urlOf(folder))
    cpSync(from, to, { recursive: true, filter: (path) => !path.endsWith('.md') })
    if (existsSync(join(to, 'index.html'))) continue
    const names = readdirSync(to)
    const text = `# Files\n\n${names.map((name) => `- [${name}](${name})`).join('\n')}\n`
    const page = { file: `${folder}/README.md`, url: urlOf(`${folder}/README.md`), title: 'Files', section: '', text }
    const { html, headings } = render({ page })
    write(join(to, 'index.html'), document({ page, html, headings, nav: [], version: '' }))
  }
}
