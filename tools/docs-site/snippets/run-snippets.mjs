import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../../lib/run.mjs'
import { filledIn, pageContext } from './page-context.mjs'
import { openStage } from './stage.mjs'
import { createVisitor } from './visitor.mjs'

/**
 * Executes the blocks whose use is `run`, page by page and in their order, against the server that was built last:
 *
 * - `sh run`: bash, which must end well; a curl that is answered with 4xx or 5xx does not
 * - `sh run prints TEXT`: so that TEXT is what it prints, whatever the status
 * - `sh run serve URL`: goes on beside the others, once URL answers
 * - `js run`: a module; where it makes a `result`, an `answer` or a `success`, that must be good
 * - `js run as FILE`: is saved, for what follows to start; `js run worker` has a default export with `fetch`
 *
 * A page that starts a server itself has that one, with keys that it made; all others share one, with a project each.
 *
 * @typedef {import('./read-snippets.mjs').Snippet} Snippet
 * @typedef {import('./page-context.mjs').Context} Context
 * @typedef {{ file: string, line: number, ok: boolean, detail: string, ms: number }} Row
 */

/** Seconds that a block may take. */
const LIMIT = 30

/** What a module has made that says whether all went well. */
const VERDICT_OF_MODULE = `
for (const [good, what] of [
  [typeof result !== 'object' || result.ok !== false, typeof result === 'object' && result.error],
  [typeof answer !== 'object' || answer.ok !== false, typeof answer === 'object' && answer.status],
  [typeof success !== 'boolean' || success, 'success is false'],
]) if (!good) throw new Error(JSON.stringify(what))
`

/** @param {readonly Snippet[]} snippets @param {(row: Row) => void} note @returns {Promise<readonly Row[]>} */
export async function runSnippets(snippets, note) {
  const visit = await createVisitor()
  /** @type {Row[]} */
  const rows = []
  const stage = await openStage()
  try {
    const url = `http://127.0.0.1:${stage.ports[0]}`
    const fault = await stage.serve(`env VOUCHSAFE_PUBLIC_URL=${url} vouchsafe serve`, `${url}/readyz`)
    if (fault) throw new Error(fault)
    for (const file of new Set(snippets.map(({ file }) => file))) {
      const own = snippets.filter((snippet) => snippet.file === file)
      const starts = own.some(({ detail }) => detail.startsWith('serve'))
      const perform = starts ? runAlone(own, visit, note) : runPage(own, stage, await pageContext(stage, url), visit, note)
      rows.push(...(await perform))
    }
  } finally {
    await stage.close()
  }
  return rows
}

/** A page that begins with an empty folder. @param {readonly Snippet[]} snippets @param {import('./page-context.mjs').Visit} visit @param {(row: Row) => void} note */
async function runAlone(snippets, visit, note) {
  const stage = await openStage()
  const [attest, site] = stage.ports
  const context = {
    url: `http://127.0.0.1:${attest}`,
    siteKey: '',
    secretKey: '',
    project: '',
    origin: `http://localhost:${site}`,
    keyOf: () => Promise.reject(new Error('the page makes no such key')),
    keys: new Map(),
  }
  const ported = (/** @type {string} */ text) =>
    text.replaceAll('127.0.0.1:8787', `127.0.0.1:${attest}`).replaceAll(/(localhost:|listen\()3000/g, `$1${site}`)
  const own = snippets.map((snippet) => ({ ...snippet, code: ported(snippet.code), detail: ported(snippet.detail) }))
  try {
    return await runPage(own, stage, context, visit, note)
  } finally {
    await stage.close()
  }
}

/**
 * @param {readonly Snippet[]} snippets
 * @param {import('./stage.mjs').Stage} stage
 * @param {Context} context
 * @param {import('./page-context.mjs').Visit} visit
 * @param {(row: Row) => void} note
 */
async function runPage(snippets, stage, context, visit, note) {
  const rows = []
  for (const snippet of snippets) {
    const started = performance.now()
    const fault = await perform(snippet, stage, context, visit).catch((error) => String(error))
    const row = {
      file: snippet.file,
      line: snippet.line,
      ok: fault === undefined,
      detail: fault ?? '',
      ms: Math.round(performance.now() - started),
    }
    note(row)
    rows.push(row)
  }
  return rows
}

/** @param {Snippet} snippet @param {import('./stage.mjs').Stage} stage @param {Context} context @param {import('./page-context.mjs').Visit} visit */
async function perform({ language, detail, line, code }, stage, context, visit) {
  const { code: text, env, given } = await filledIn(code, context, visit)
  const [, how = '', rest = ''] = /^(\w*)\s?(.*)$/.exec(detail) ?? []
  if (language === 'sh')
    return how === 'serve'
      ? stage.serve(text.trim(), rest)
      : shell(text, stage, { ...stage.env, ...env }, how === 'prints' ? rest : undefined, context)
  if (how === 'as') return void writeFileSync(join(stage.folder, rest), text)
  const imports = how === 'worker' ? `\nexport {}` : VERDICT_OF_MODULE
  const file = join(stage.folder, `block-${line}.mjs`)
  writeFileSync(join(stage.folder, 'given.mjs'), `Object.assign(globalThis, ${JSON.stringify(given)})\n`)
  writeFileSync(file, how === 'worker' ? text : text + imports)
  return how === 'worker' ? worker(file, stage, context) : node([file], stage)
}

/** @param {readonly string[]} args @param {import('./stage.mjs').Stage} stage */
async function node(args, { folder, env }) {
  const { code, output } = await run(process.execPath, ['--import', './given.mjs', ...args], {
    quiet: true,
    cwd: folder,
    env,
    seconds: LIMIT,
  })
  return code === 0 ? undefined : output.trim().slice(0, 600)
}

/** A request beneath the prefix reaches the server, and any other does not. @param {string} file @param {import('./stage.mjs').Stage} stage @param {Context} context */
function worker(file, stage, { url }) {
  const asks = `
const { default: worker } = await import(${JSON.stringify(file)})
const headers = { cookie: 'a=b', 'cf-connecting-ip': '203.0.113.7' }
const answer = await worker.fetch(new Request('${url}/gate/v1/myip', { headers }))
if (answer.status !== 200 || !('ip' in (await answer.json()))) throw new Error('status ' + answer.status)`
  const test = join(stage.folder, 'worker-test.mjs')
  writeFileSync(test, asks)
  return node([test], stage)
}

/** What a page makes in a shell, the rest of it uses. @param {string} code @param {import('./stage.mjs').Stage} stage @param {NodeJS.ProcessEnv} env @param {string | undefined} prints @param {Context} context */
async function shell(code, { folder }, env, prints, context) {
  const flags = prints === undefined ? env : { ...env, CURL_FLAGS: '' }
  const { code: status, stdout, output } = await run('bash', ['-e', '-c', code], { quiet: true, cwd: folder, env: flags, seconds: LIMIT })
  if (status !== 0) return output.trim().slice(0, 600)
  if (prints !== undefined) return stdout.trim() === prints ? undefined : `it printed "${stdout.trim()}"`
  const [, token] = /"token":"([^"]+)"/.exec(stdout) ?? []
  if (token) context.keys.set('Bearer …', Promise.resolve(`Bearer ${token}`))
  context.siteKey ||= /pk_[\w-]+/.exec(stdout)?.[0] ?? ''
  context.secretKey ||= /sk_[\w-]+/.exec(stdout)?.[0] ?? ''
  return undefined
}
