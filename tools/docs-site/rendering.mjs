import { escapeHtml } from './escape-html.mjs'
import { highlight } from './highlight.mjs'
import { imageSize } from './image-size.mjs'
import { hrefFor } from './links.mjs'

/** @typedef {import('markdown-it').Token} Token */

/** As text, without marks. @param {Token | undefined} inline */
export const textOf = (inline) => (inline?.children ?? []).map(({ type, content }) => (type === 'softbreak' ? ' ' : content)).join('')

/** @param {Token[]} tokens @param {number} index */
const at = (tokens, index) => /** @type {Token} */ (tokens[index])

/** The head of a column that has none is a cell like others: there is nothing to announce. @param {Token[]} tokens @param {number} index of what opens it */
const tagOf = (tokens, index) => (at(tokens, index + 1).content === '' ? 'td' : at(tokens, index).tag)

/** Columns of numbers are aligned by a class: the site's policy allows no style in an attribute. @type {import('markdown-it').RendererRule} */
const openCell = (tokens, index) => {
  const isNumber = at(tokens, index).attrs?.some(([, value]) => value === 'text-align:right')
  return `<${tagOf(tokens, index)}${isNumber ? ' class="number"' : ''}>`
}
/** @type {import('markdown-it').RendererRule} */
const closeCell = (tokens, index) => `</${tagOf(tokens, index - 2)}>`

/** Where the link leads that is opened or closed here. @param {Token[]} tokens @param {number} index @param {import('./markdown.mjs').Env} env */
function hrefAt(tokens, index, env) {
  let depth = 0
  for (let place = index; place >= 0; place--) {
    const { type } = at(tokens, place)
    if (type === 'link_close') depth++
    if (type === 'link_open' && --depth <= 0) return hrefFor(String(at(tokens, place).attrGet('href') ?? ''), env)
  }
  return undefined
}

/** How the site writes what GitHub writes otherwise. @type {Readonly<Record<string, import('markdown-it').RendererRule>>} */
export const rules = {
  fence(tokens, index) {
    const { content, info } = at(tokens, index)
    const language = /^[\w-]+/.exec(info)?.[0] ?? 'text'
    const label = language === 'text' ? 'Text' : `Code: ${language}`
    return `<div class="code"><pre tabindex="0" role="group" aria-label="${label}"><code>${highlight(content, language)}</code></pre></div>\n`
  },
  // Wide tables scroll within themselves; whoever has no mouse has to be able to focus what scrolls.
  table_open: () => '<div class="table" tabindex="0" role="group" aria-label="Table"><table>\n',
  table_close: () => '</table></div>\n',
  th_open: openCell,
  td_open: openCell,
  th_close: closeCell,
  td_close: closeCell,
  // Comments are for those who read the source.
  html_block(tokens, index) {
    const { content, meta } = at(tokens, index)
    if (meta) return String(meta.drawing)
    return content.startsWith('<!--') ? '' : `<p>${escapeHtml(content)}</p>`
  },
  html_inline: (tokens, index) => escapeHtml(at(tokens, index).content),
  link_open(tokens, index, _, env) {
    const href = hrefAt(tokens, index, /** @type {any} */ (env))
    // What is neither on the site nor anywhere that we know is named, and no link.
    return href === undefined ? '<span>' : `<a href="${escapeHtml(href)}">`
  },
  link_close: (tokens, index, _, env) => (hrefAt(tokens, index, /** @type {any} */ (env)) === undefined ? '</span>' : '</a>'),
  image(tokens, index, _, env) {
    const token = at(tokens, index)
    const src = String(token.attrGet('src') ?? '')
    const { width, height } = imageSize(src, /** @type {any} */ (env).page.file)
    const alt = escapeHtml(textOf(token))
    const image = `<img src="${escapeHtml(src)}" alt="${alt}" width="${width}" height="${height}" loading="lazy" decoding="async">`
    // Drawings keep a size at which they can be read: on a phone they scroll.
    return `<span class="figure" tabindex="0" role="group" aria-label="Drawing">${image}</span>`
  },
}
