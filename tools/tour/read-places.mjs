import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { highlight } from '../docs-site/highlight.mjs'
import { root } from '../lib/run.mjs'

/**
 * A piece of code that an owner writes, cut out of a program of the documentation that `npm test` runs.
 *
 * @typedef {{ code: string, plain: string }} Place `code`: highlighted, as HTML
 */

/** What a backend does: of the five-minute start, the import, the verifier, and what is asked of it. @returns {Place} */
export function readBackend() {
  const guide = readFileSync(join(root, 'docs', 'quickstart.md'), 'utf8')
  const program = /```js run as server\.mjs\n([\s\S]*?)```/.exec(guide)?.[1] ?? ''
  const parts = [
    /^import \{ createVerifier \}.*$/m,
    /^const verifier = [\s\S]*?^\}\)$/m,
    /^ {2}const result = [\s\S]*?response\.statusCode = .*$/m,
  ]
  const found = parts.map((part) => {
    const [text] = part.exec(program) ?? []
    if (text === undefined) throw new Error(`docs/quickstart.md: no ${part} in server.mjs, which the demo's tour shows`)
    return text.startsWith(' ') ? text.replace(/^ {2}/gm, '') : text
  })
  const plain = found
    .join('\n\n')
    .replace(/`\$\{attest\}(.*?)`/, "'https://attest.example$1'")
    .replace('issuer: attest,', "issuer: 'https://attest.example',")
    .replace("'http://localhost:3000'", "'https://shop.example'")
  return { plain, code: highlight(plain, 'javascript') }
}
