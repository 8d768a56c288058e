import { existsSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { root } from '../lib/run.mjs'
import { exampleFiles, exampleUrl } from './example-files.mjs'
import { attachments, sections, shelves } from './nav.mjs'
import { urlOf } from './site-map.mjs'

const isExternal = (/** @type {string} */ href) => /^[a-z][a-z+.-]*:/.test(href)
const listed = new Set(sections.flatMap(({ pages }) => pages.map(([file]) => file)))

/** @param {string} file */
const isPage = (file) =>
  listed.has(file) || file.startsWith('docs/api/') || (file.endsWith('.md') && shelves.some(([folder]) => file.startsWith(`${folder}/`)))
/** @param {string} file */
const isAttached = (file) => attachments.some((folder) => file.startsWith(`${folder}/`) || file === folder)

/** From one address of the site to another, so that the site works in any folder, and from a disk. @param {string} from @param {string} to */
export const relative = (from, to) => posix.relative(posix.dirname(from), to) || posix.basename(to)

/**
 * What a link of a page leads to on the site. The source has links between files, as GitHub shows them.
 *
 * @param {string} href
 * @param {import('./markdown.mjs').Env} env
 * @returns {string | undefined} undefined: to a file that is no page, and nobody has said where the source is to be read
 * @throws {Error} where there is no such file
 */
export function hrefFor(href, { page, source }) {
  if (isExternal(href) || href.startsWith('#')) return href
  const [path = '', hash] = href.split('#')
  const file = posix.join(dirname(page.file), path).replace(/\/$/, '')
  const fragment = hash === undefined ? '' : `#${hash}`
  const shelf = shelves.find(([folder]) => folder === file)
  if (shelf) return relative(page.url, urlOf(`${file}/README.md`)) + fragment
  if (isPage(file)) return relative(page.url, urlOf(file)) + fragment
  if (exampleFiles.includes(file)) return relative(page.url, exampleUrl(file)) + fragment
  // The first page of the repository is the first of the site.
  if (file === 'README.md') return relative(page.url, 'index.html') + fragment
  if (!existsSync(join(root, file))) throw new Error(`${page.file} links to ${href}, which is not there`)
  if (isAttached(file))
    return relative(page.url, path.endsWith('/') ? `${file.slice('docs/'.length)}/index.html` : file.slice('docs/'.length))
  return source && `${source}/${file}${fragment}`
}
