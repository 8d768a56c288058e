import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import MarkdownIt from 'markdown-it'
import { root } from '../../lib/run.mjs'
import { writtenPages } from '../site-map.mjs'

/**
 * A fenced block of a page. What stands behind its language says what the tests do with it:
 *
 * | | |
 * |---|---|
 * | `run` | it is executed against a real attest-server; `run serve URL`, `run as FILE` and `run prints TEXT` are explained in run-snippets.mjs |
 * | `run-in FILE` | the test FILE executes it |
 * | `check` | types, of JavaScript; commands and their options, of a shell |
 * | `parse` | a parser of its language reads it |
 * | `text WHY` | none of these, and why not |
 *
 * @typedef {object} Snippet
 * @property {string} file
 * @property {number} line
 * @property {string} language
 * @property {string} use
 * @property {string} detail
 * @property {string} code
 */

const md = new MarkdownIt()
const README = { file: 'README.md', text: readFileSync(join(root, 'README.md'), 'utf8') }

/** Every block of every page that is written by hand. @returns {readonly Snippet[]} */
export const readSnippets = () => [README, ...writtenPages()].flatMap(({ file, text }) => snippetsOf(file, text))

/** @param {string} file @param {string} text @returns {Snippet[]} */
function snippetsOf(file, text) {
  return md
    .parse(text, {})
    .filter(({ type }) => type === 'fence')
    .map(({ info, content, map }) => {
      const [language = '', second = '', ...rest] = info.trim().split(/\s+/)
      // Of a text, all that follows is the reason.
      const [use, detail] = language === 'text' ? ['text', [second, ...rest].join(' ')] : [second, rest.join(' ')]
      return { file, line: (map?.[0] ?? 0) + 1, language, use, detail, code: content }
    })
}
