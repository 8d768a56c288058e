import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, posix } from 'node:path'

/**
 * Every link of a site that leads nowhere: no such file, or no such anchor in it. Other hosts are not asked.
 *
 * @param {string} folder
 * @returns {readonly string[]} `page: link`
 */
export function brokenLinks(folder) {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'))
  /** @type {Map<string, ReadonlySet<string>>} */
  const anchors = new Map(pages.map((page) => [page, anchorsOf(readFileSync(join(folder, page), 'utf8'))]))
  return pages.flatMap((page) => {
    const html = readFileSync(join(folder, page), 'utf8')
    const links = Array.from(html.matchAll(/\s(?:href|src)="([^"]+)"/g), ([, link = '']) => link.replaceAll('&amp;', '&'))
    return [...new Set(links)].filter((link) => !leads(folder, page, link, anchors)).map((link) => `${page}: ${link}`)
  })
}

/** @param {string} html */
const anchorsOf = (html) => new Set(Array.from(html.matchAll(/\sid="([^"]+)"/g), ([, id = '']) => id))

/** @param {string} folder @param {string} page @param {string} link @param {ReadonlyMap<string, ReadonlySet<string>>} anchors */
function leads(folder, page, link, anchors) {
  if (/^[a-z][a-z+.-]*:/.test(link)) return true
  const [path = '', hash] = link.split('#')
  const file = path === '' ? page : posix.join(posix.dirname(page), path)
  if (!existsSync(join(folder, file)) || !statSync(join(folder, file)).isFile()) return false
  return hash === undefined || hash === '' || (anchors.get(file)?.has(decodeURIComponent(hash)) ?? false)
}
