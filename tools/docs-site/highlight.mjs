import { createRequire } from 'node:module'
import { escapeHtml } from './escape-html.mjs'

// Loaded, not imported: its types ask for those of the DOM, which nothing in this folder shall see.
const load = createRequire(import.meta.url)
const hljs = load('highlight.js/lib/core')

const languages = ['bash', 'css', 'http', 'javascript', 'json', 'nginx', 'php', 'python', 'sql', 'typescript', 'xml', 'yaml']
for (const name of languages) hljs.registerLanguage(name, load(`highlight.js/lib/languages/${name}`))

/** Colours as classes, made when the site is: no script does it in the page. @param {string} code @param {string} language @returns {string} */
export const highlight = (code, language) =>
  hljs.getLanguage(language) ? hljs.highlight(code, { language, ignoreIllegals: true }).value : escapeHtml(code)
