/**
 * `npm run docs-check`: the whole site is built and its links are followed, and the code on its pages is checked and run, against the
 * server and the package that were built last.
 *
 *   npm run docs-check -- --only quickstart    pages whose name holds that
 *
 * `--counts FILE` (for `npm test`) writes how many passed and failed. Exit code 1 when anything failed.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { brokenLinks } from './docs-site/broken-links.mjs'
import { buildSite } from './docs-site/build-site.mjs'
import { checkTypes } from './docs-site/snippets/check-types.mjs'
import { readSnippets } from './docs-site/snippets/read-snippets.mjs'
import { runSnippets } from './docs-site/snippets/run-snippets.mjs'
import { closingLine, one, total } from './lib/step.mjs'

/** It promises five minutes: what the machine does of them is to be no more than one. */
const QUICKSTART = 'docs/quickstart.md'

const text = /** @type {const} */ ({ type: 'string' })
const { only = '', counts } = parseArgs({ options: { only: text, counts: text } }).values

const snippets = readSnippets().filter(({ file }) => file.includes(only))
const outcome = total([...(await site()), ...(await types()), ...(await executed())])
for (const line of outcome.failures ?? []) console.log(`✗ ${line}`)
console.log(closingLine(outcome))
if (counts !== undefined) writeFileSync(counts, JSON.stringify(outcome))
process.exitCode = outcome.failed === 0 ? 0 : 1

/** With the generated reference. */
async function site() {
  if (only !== '') return []
  const out = mkdtempSync(join(tmpdir(), 'vouchsafe-site-'))
  try {
    const started = Date.now()
    const pages = await buildSite({ out })
    console.log(`${pages.length} pages, in ${((Date.now() - started) / 1000).toFixed(1)} s`)
    const broken = brokenLinks(out)
    return [
      one(pages.length > 100, 'pages of the site'),
      ...broken.map((link) => one(false, `link ${link}`)),
      one(broken.length === 0, 'links'),
    ]
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}

async function types() {
  const checked = snippets.filter(({ language, use }) => language === 'js' && (use === 'check' || use === 'run'))
  const faults = await checkTypes(checked)
  return checked.map((snippet) => one(!faults.has(snippet), `types of ${snippet.file}:${snippet.line}`, faults.get(snippet)))
}

async function executed() {
  const rows = await runSnippets(
    snippets.filter(({ use }) => use === 'run'),
    ({ file, line, ok, ms, detail }) => console.log(`${ok ? '✓' : '✗'} ${file}:${line} (${ms} ms)${detail && `: ${detail}`}`),
  )
  const steps = rows.filter(({ file }) => file === QUICKSTART)
  const seconds = steps.reduce((sum, { ms }) => sum + ms, 0) / 1000
  if (steps.length > 0) console.log(`${QUICKSTART}: ${steps.length} steps in ${seconds.toFixed(1)} s`)
  return [
    ...rows.map(({ file, line, ok, detail }) => one(ok, `${file}:${line}`, detail)),
    one(seconds < 60, `${QUICKSTART} in less than a minute`),
  ]
}
