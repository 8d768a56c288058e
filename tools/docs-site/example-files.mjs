import { readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join, posix } from 'node:path'
import { root } from '../lib/run.mjs'

/** @typedef {import('./site-map.mjs').Page} Page */

/** Each folder in it is an example, whose page is its README. */
const FOLDER = 'docs/examples'

/** As the highlighter calls them. @type {Readonly<Record<string, string>>} */
const LANGUAGES = {
  '.conf': 'nginx',
  '.html': 'html',
  '.js': 'js',
  '.json': 'json',
  '.jsx': 'jsx',
  '.mjs': 'js',
  '.php': 'php',
  '.py': 'python',
  '.svelte': 'html',
  '.ts': 'ts',
  '.tsx': 'tsx',
  '.vue': 'html',
}

/** What npm wrote is nothing to read. */
const isShown = (/** @type {string} */ name) => !/(^|\/)(node_modules|package-lock\.json$)|\.md$/.test(name)

/** Every file of the examples, by its name in the repository. @type {readonly string[]} */
export const exampleFiles = readdirSync(join(root, FOLDER), { recursive: true, encoding: 'utf8' })
  .filter((name) => isShown(name) && statSync(join(root, FOLDER, name)).isFile())
  .map((name) => posix.join(FOLDER, name.replaceAll('\\', '/')))
  .sort()

/** Where one is shown: as a page, for browsers take a `.go` for a download, and an `index.html` for a page of ours. @param {string} file */
export const exampleUrl = (file) => `${file.slice('docs/'.length)}.html`

/** The example that a file belongs to. @param {string} file */
const exampleOf = (file) => file.split('/').slice(0, 3).join('/')

/** A page of code for each. @returns {Page[]} */
export function examplePages() {
  return exampleFiles.map((file) => {
    const example = exampleOf(file)
    const [title, up] = [posix.relative(example, file), posix.relative(posix.dirname(file), example)]
    const code = readFileSync(join(root, file), 'utf8').trimEnd()
    const language = LANGUAGES[extname(file)] ?? 'text'
    const lead = `A file of the example [${posix.basename(example)}](${posix.join(up, 'README.md')}).`
    const text = `# \`${title}\`\n\n${lead}\n\n\`\`\`\`${language}\n${code}\n\`\`\`\`\n`
    return { file, url: exampleUrl(file), title, section: example, text, shelved: true }
  })
}

/** What an example's page ends with: on a code host, its files lie beside it. @param {string} file of the page */
export function filesOf(file) {
  const example = posix.dirname(file)
  const lines = exampleFiles
    .filter((each) => exampleOf(each) === example)
    .map((each) => `- [${posix.relative(example, each)}](${posix.relative(example, each)})`)
  return lines.length === 0 ? '' : `\n## Files\n\n${lines.join('\n')}\n`
}
