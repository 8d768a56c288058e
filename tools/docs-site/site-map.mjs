import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../lib/run.mjs'
import { filesOf } from './example-files.mjs'
import { sections, shelves } from './nav.mjs'

/**
 * A page before it is rendered.
 *
 * @typedef {object} Page
 * @property {string} file in the repository; of what is generated, the name that it would have there
 * @property {string} url within the site
 * @property {string} title as lists call it
 * @property {string} section
 * @property {string} text Markdown
 * @property {boolean} [shelved] not in the list beside the text: beneath its shelf
 */

/** Where a file of the repository stands on the site. @param {string} file */
export function urlOf(file) {
  const path = file.startsWith('docs/') ? file.slice('docs/'.length) : file.toLowerCase()
  return path.replace(/(^|\/)(README|readme)\.md$/, '$1index.html').replace(/\.md$/, '.html')
}

/** @param {string} file */
const read = (file) => readFileSync(join(root, file), 'utf8')

/** What the first heading says, as text. @param {string} text */
const headingOf = (text) => (/^# (.+)$/m.exec(text)?.[1] ?? '').replaceAll('`', '')

/** Every page that is written by hand, in the order of the site. @returns {Page[]} */
export function writtenPages() {
  const listed = sections.flatMap(({ title: section, pages }) =>
    pages.map(([file, title]) => ({ file, url: urlOf(file), title, section, text: read(file) + filesOf(file) })),
  )
  return [...listed, ...shelves.flatMap(([folder, title]) => shelfPages(folder, title))]
}

/** The list of a folder's pages, and these. @param {string} folder @param {string} title @returns {Page[]} */
function shelfPages(folder, title) {
  const pages = readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => {
      const text = read(`${folder}/${name}`)
      return { file: `${folder}/${name}`, url: urlOf(`${folder}/${name}`), title: headingOf(text), section: title, text, shelved: true }
    })
  const lines = pages.map(({ file, title }) => `- [${title}](${file.slice(folder.length + 1)})`)
  const text = `# ${title}\n\nWhat was chosen and why, in the order in which it was.\n\n${lines.join('\n')}\n`
  const file = `${folder}/README.md`
  return [{ file, url: urlOf(file), title, section: 'The project', text }, ...pages]
}

/** Pages of `docs/` that are on no line of the list. */
export function orphans() {
  const known = new Set(sections.flatMap(({ pages }) => pages.map(([file]) => file)))
  return readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .map((name) => `docs/${name.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.md') && !known.has(file) && !shelves.some(([folder]) => file.startsWith(`${folder}/`)))
}

/** Lines of the list that name no file. */
export const missing = () => sections.flatMap(({ pages }) => pages.map(([file]) => file)).filter((file) => !existsSync(join(root, file)))
