import MarkdownIt from 'markdown-it'
import { barsOf, drawBars, PLOT, tableAfter } from './bar-plot.mjs'
import { rules, textOf } from './rendering.mjs'
import { createSlugs } from './slug.mjs'

/**
 * @typedef {{ level: number, id: string, text: string }} Heading
 * @typedef {{ html: string, headings: readonly Heading[], passages: readonly Passage[] }} Rendered
 * @typedef {{ heading: Heading, text: string }} Passage what stands under a heading, for the search
 * @typedef {{ page: import('./site-map.mjs').Page, source?: string | undefined }} Env where links start, and where files are that are no pages
 * @typedef {import('markdown-it').Token} Token
 */

const md = new MarkdownIt({ html: true, typographer: false })

Object.assign(md.renderer.rules, rules)

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
    else if (token.content.trim() === PLOT) token.meta = { drawing: drawBars(barsOf(tableAfter(tokens, index))) }
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
