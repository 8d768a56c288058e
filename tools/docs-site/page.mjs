import { escapeHtml } from './escape-html.mjs'
import { relative } from './links.mjs'

/**
 * @typedef {import('./site-map.mjs').Page} Page
 * @typedef {import('./markdown.mjs').Heading} Heading
 * @typedef {{ title: string, pages: readonly Page[] }} NavSection
 * @typedef {{ page: Page, html: string, headings: readonly Heading[], nav: readonly NavSection[], before?: Page | undefined, after?: Page | undefined,
 *   edit?: string | undefined, version: string }} Sheet
 */

/**
 * What the site may do, said in each page: whoever serves the folder need not set a header. Nothing inline, nothing from elsewhere;
 * the tables and drawings of the docs are images of this site.
 */
export const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'"

/** The list of all pages. @param {string} url @param {readonly NavSection[]} nav */
function navigation(url, nav) {
  const item = (/** @type {Page} */ page) => {
    const current = page.url === url ? ' aria-current="page"' : ''
    return `<li><a href="${relative(url, page.url)}"${current}>${escapeHtml(page.title)}</a></li>`
  }
  const lists = nav.map(({ title, pages }) => `<h2>${escapeHtml(title)}</h2>\n<ul>${pages.map(item).join('')}</ul>`)
  return `<nav id="pages" aria-label="Pages"><a class="close" href="#main">Close the list</a>\n${lists.join('\n')}\n</nav>`
}

/** @param {readonly Heading[]} headings */
const contents = (headings) => {
  const items = headings
    .filter(({ level }) => level === 2 || level === 3)
    .map(({ level, id, text }) => `<li class="l${level}"><a href="#${id}">${escapeHtml(text)}</a></li>`)
  return items.length < 2 ? '' : `<ul>${items.join('')}</ul>`
}

/** @param {string} url @param {Page | undefined} page @param {'prev' | 'next'} rel */
const neighbour = (url, page, rel) =>
  page
    ? `<a rel="${rel}" href="${relative(url, page.url)}"><small>${rel === 'prev' ? 'Before' : 'Next'}</small> ${escapeHtml(page.title)}</a>`
    : '<span></span>'

/** One document. @param {Sheet} sheet */
export function document({ page, html, headings, nav, before, after, edit, version }) {
  const to = (/** @type {string} */ url) => relative(page.url, url)
  const list = contents(headings)
  const title = headings[0]?.text ?? page.title
  const isHome = page.url === 'index.html'
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(isHome ? 'Vouchsafe: bot detection that you host yourself' : `${title} · Vouchsafe`)}</title>
<meta name="description" content="${escapeHtml(descriptionOf(html))}">
<link rel="icon" href="${to('theme/icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${to('theme/site.css')}">
<script src="${to('theme/site.js')}" defer data-root="${to('index.html').replace(/index\.html$/, '')}"></script>
</head>
<body${isHome ? ' class="home"' : ''}>
<a class="skip" href="#main">Skip to the text</a>
<header class="top">
<a class="brand" href="${to('index.html')}"><img src="${to('theme/icon.svg')}" alt="" width="24" height="24">Vouchsafe <small>${escapeHtml(version)}</small></a>
<form class="search" role="search" action="${to('all-pages.html')}"><input type="search" name="q" aria-label="Search the documentation" placeholder="Search" autocomplete="off" spellcheck="false"></form>
<a class="menu" href="#pages">Pages</a>
</header>
${navigation(page.url, nav)}
<main id="main" tabindex="-1">
${list && !isHome ? `<details class="contents"><summary>On this page</summary>${list}</details>` : ''}
<article>
${html}</article>
<nav class="steps" aria-label="Before and next">${neighbour(page.url, before, 'prev')}${neighbour(page.url, after, 'next')}</nav>
<footer>${edit ? `<a href="${escapeHtml(edit)}">Mend this page</a> · ` : ''}<a href="${to('all-pages.html')}">All pages</a></footer>
</main>
${list && !isHome ? `<nav class="contents" aria-label="On this page"><h2>On this page</h2>${list}</nav>` : ''}
</body>
</html>
`
}

/** The first sentences, for those who list pages. @param {string} html */
function descriptionOf(html) {
  const text =
    /<p>([\s\S]*?)<\/p>/
      .exec(html)?.[1]
      ?.replace(/<[^>]+>/g, '')
      .replace(/\s+/g, ' ') ?? ''
  const plain = text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
  return plain.length <= 200 ? plain : `${plain.slice(0, 197)}…`
}
