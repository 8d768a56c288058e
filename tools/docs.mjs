/**
 * `npm run docs`: the documentation site, into `dist/site/`.
 *
 *   npm run docs -- --serve            and serves it on this machine, until Ctrl-C
 *   npm run docs -- --out FOLDER       elsewhere; what the folder holds is replaced
 *   npm run docs -- --no-api           without the reference that is made of the source, which takes most of the time
 *   npm run docs -- --source URL       where files of the repository are read that are no pages; without it they are named, not linked
 *   npm run docs -- --edit URL         where pages are changed: each gets a link to itself there
 */
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { buildSite } from './docs-site/build-site.mjs'
import { serveSite } from './docs-site/serve.mjs'
import { root } from './lib/run.mjs'

const text = /** @type {const} */ ({ type: 'string' })
const { values } = parseArgs({
  options: { serve: { type: 'boolean' }, 'no-api': { type: 'boolean' }, out: text, source: text, edit: text },
})
const out = values.out === undefined ? join(root, 'dist', 'site') : resolve(values.out)
const started = Date.now()
const pages = await buildSite({ out, source: values.source, edit: values.edit, api: !values['no-api'] })
console.log(`${pages.length} pages in ${out}, in ${((Date.now() - started) / 1000).toFixed(1)} s`)
if (values.serve) console.log(`${(await serveSite(out)).url}  (Ctrl-C ends)`)
