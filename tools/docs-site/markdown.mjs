import MarkdownIt from 'markdown-it'
import { escapeHtml } from './escape-html.mjs'
import { highlight } from './highlight.mjs'
import { imageSize } from './image-size.mjs'
import { hrefFor } from './links.mjs'
import { createSlugs } from './slug.mjs'

/**
 * @typedef {{ level: number, id: string, text: string }} Heading
 * @typedef {{ html: string, headings: readonly Heading[], passages: readonly Passage[] }} Rendered
 * @typedef {{ heading: Heading, text: string }} Passage what stands under a heading, for the search
 * @typedef {{ page: import('./site-map.mjs').Page, source?: string | undefined }} Env where links start, and where files are that are no pages
 * @typedef {ReturnType<MarkdownIt['parse']>[number]} Token
 */

const md = new MarkdownIt({ html: true, typographer: false })

/** As text, without marks. @param {Token | undefined} inline */
const textOf = (inline) => (inline?.children ?? []).map(({ type, content }) => (type === 'softbreak' ? ' ' : content)).join('')

md.renderer.rules.fence = (tokens, index) => {
  const { content, info } = /** @type {Token} */ (tokens[index])
  const language = /^[\w-]+/.exec(info)?.[0] ?? 'text'
  const label = language === 'text' ? 'Text' : `Code: ${language}`
  return `<div class="code"><pre tabindex="0" role="group" aria-label="${label}"><code>${highlight(content, language)}</code></pre></div>\n`
}
// Wide tables scroll within themselves; whoever has no mouse has to be able to focus what scrolls.
md.renderer.rules.table_open = () => '<div class="table" tabindex="0" role="group" aria-label="Table"><table>\n'
md.renderer.rules.table_close = () => '</table></div>\n'
// Columns of numbers are aligned by a class: the site's policy allows no style in an attribute.
for (const rule of ['th_open', 'td_open'])
  md.renderer.rules[rule] = (tokens, index) => {
    const { tag, attrs } = /** @type {Token} */ (tokens[index])
    return attrs?.some(([, value]) => value === 'text-align:right') ? `<${tag} class="number">` : `<${tag}>`
  }
// Comments are for those who read the source.
md.renderer.rules.html_block = (tokens, index) => {
  const { content } = /** @type {Token} */ (tokens[index])
  return content.startsWith('<!--') ? '' : `<p>${escapeHtml(content)}</p>`
}
md.renderer.rules.html_inline = (tokens, index) => escapeHtml(/** @type {Token} */ (tokens[index]).content)
md.renderer.rules.link_open = (tokens, index, _, env) => {
  const href = hrefFor(/** @type {Token} */ (tokens[index]).attrGet('href') ?? '', env)
  // What is neither on the site nor anywhere that we know is named, and no link.
  return href === undefined ? '<span>' : `<a href="${escapeHtml(href)}">`
}
md.renderer.rules.link_close = (tokens, index, _, env) => {
  let depth = 0
  for (let at = index; at >= 0; at--) {
    const { type } = /** @type {Token} */ (tokens[at])
    if (type === 'link_close') depth++
    if (type === 'link_open' && --depth === 0)
      return hrefFor(/** @type {Token} */ (tokens[at]).attrGet('href') ?? '', env) === undefined ? '</span>' : '</a>'
  }
  return '</a>'
}
md.renderer.rules.image = (tokens, index, _, env) => {
  const token = /** @type {Token} */ (tokens[index])
  const src = token.attrGet('src') ?? ''
  const { width, height } = imageSize(src, env.page.file)
  const image = `<img src="${escapeHtml(src)}" alt="${escapeHtml(textOf(token))}" width="${width}" height="${height}" loading="lazy" decoding="async">`
  // Drawings keep a size at which they can be read: on a phone they scroll.
  return `<span class="figure" tabindex="0" role="group" aria-label="Drawing">${image}</span>`
}

/** @param {Env} env @returns {Rendered} */
export function render(env) {
  const tokens = md.parse(env.page.text, env)
  const slugs = createSlugs()
  /** @type {Heading[]} */
  const headings = []
  /** @type {{ heading: Heading, text: string }[]} */
  const passages = []
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'heading_open') {
      const text = textOf(tokens[index + 1])
      const heading = { level: Number(token.tag.slice(1)), id: slugs(text), text }
      token.attrSet('id', heading.id)
      headings.push(heading)
      passages.push({ heading, text: '' })
      linkHeading(/** @type {Token} */ (tokens[index + 1]), heading)
    } else if (token.type === 'inline' && tokens[index - 1]?.type !== 'heading_open') addText(passages, textOf(token))
    else if (token.type === 'fence') addText(passages, token.content)
  }
  return { html: md.renderer.render(tokens, md.options, env), headings, passages }
}

/** @param {{ text: string }[]} passages @param {string} text */
function addText(passages, text) {
  const last = passages.at(-1)
  if (last) last.text += `${text} `
}

/** A heading leads to itself, so that its address can be copied; but not the first, which is the page's. @param {Token} inline @param {Heading} heading */
function linkHeading(inline, { level, id }) {
  const isLinked = inline.children?.some(({ type }) => type === 'link_open')
  if (level === 1 || isLinked || !inline.children) return
  const [open, close] = md.parseInline(`[x](#${id})`, {})[0]?.children?.filter(({ type }) => type !== 'text') ?? []
  if (open && close) inline.children = [open, ...inline.children, close]
}
