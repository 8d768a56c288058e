import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../lib/run.mjs'
import { checkShell } from './check-shell.mjs'
import { parsers } from './parse-snippet.mjs'
import { readSnippets } from './read-snippets.mjs'

const snippets = readSnippets()
const named = snippets.map(
  (snippet) => /** @type {const} */ ([`${snippet.file}:${snippet.line} (${snippet.language} ${snippet.use})`, snippet]),
)
/** @param {(snippet: import('./read-snippets.mjs').Snippet) => boolean} fits */
const those = (fits) => named.filter(([, snippet]) => fits(snippet))

describe('the code on the pages', () => {
  it('is run, checked or parsed, or says why not', () => {
    const known = ['run', 'run-in', 'check', 'parse']
    const without = named.filter(([, { use, detail, language }]) => (language === 'text' ? detail.length < 5 : !known.includes(use)))
    expect(without.map(([name]) => name)).toEqual([])
    expect(named.length).toBeGreaterThan(100)
  })

  it.each(those(({ use }) => use === 'run-in'))('%s is run by a test that reads its page', (_, { file, detail }) => {
    expect(existsSync(join(root, detail))).toBe(true)
    expect(readFileSync(join(root, detail), 'utf8')).toContain(basename(file))
  })

  it.each(those(({ use, language }) => use === 'parse' || (language === 'js' && use !== 'run-in')))(
    '%s can be read',
    (_, { language, code }) => {
      const parse = parsers[language]
      expect(parse, `no parser of ${language}`).toBeDefined()
      expect(parse?.(code)).toBeUndefined()
    },
  )

  it.each(those(({ use, language }) => language === 'sh' && use !== 'text'))('%s has commands that there are', (_, { code, file }) => {
    expect(checkShell(code, file)).toBeUndefined()
  })
})

describe('the parsers', () => {
  it.each([
    ['html', '<form data-vouchsafe="x"><button>y</form>'],
    ['html', '<script src="/collector.js" data-kye="pk_…"></script>'],
    ['http', 'no header'],
    ['js', 'const a ='],
    ['json', '{"a": …}'],
    ['nginx', 'location / {\n  proxy_pass http://a\n}'],
    ['python', 'def f(:'],
    ['sh', 'if true; then'],
    ['sql', 'CREATE ROLE a'],
  ])('of %s finds a fault in %s', (language, code) => {
    expect(parsers[language]?.(code)).toBeDefined()
  })

  it('of a shell knows the scripts of an example on its own page alone', () => {
    const page = 'docs/examples/openapi-client/README.md'
    expect(checkShell('npm run generate', page)).toBeUndefined()
    expect(checkShell('npm run generate')).toBe('there is no "npm run generate"')
    expect(checkShell('npm run bench', page)).toBe('there is no "npm run bench"')
  })

  it.each(['vouchsafe projekt list', 'vouchsafe key rotate --yesterday', 'npm run nothing'])('of a shell finds a fault in %s', (code) => {
    expect(checkShell(code)).toBeDefined()
  })
})
