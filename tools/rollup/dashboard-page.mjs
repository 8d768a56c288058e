import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { named, noticesOf } from '../lib/third-party.mjs'

/** What is asked for under its hash may be kept for ever. @param {string} name @param {string | Buffer} content */
const hashed = (name, content) => {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10)
  return `assets/${name.replace(/\.(?=\w+$)/, `-${hash}.`)}`
}

/** Comments and the room between rules: the rest is left to compression. @param {string} css */
const squeezed = (css) =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s*\n\s*/g, '')
    .replace(/\s*([{};,>])\s*/g, '$1')
    .replace(/;}/g, '}')

/** The page around the scripts: it names files and holds no code or style itself, as its policy asks. @param {{ script: string, style: string, icon: string, notices: string }} files */
const html = ({ script, style, icon, notices }) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Vouchsafe</title>
<link rel="icon" href="/dashboard/${icon}">
<link rel="license" href="/dashboard/${notices}">
<link rel="stylesheet" href="/dashboard/${style}">
<script type="module" blocking="render" src="/dashboard/${script}"></script>
</head>
<body>
<div id="page"></div>
<noscript><p>The dashboard needs JavaScript. Everything in it can be asked for without: <code>vouchsafe help</code> on the command line beside the server.</p></noscript>
</body>
</html>
`

/**
 * Adds to the dashboard's scripts what they are shown with: one style sheet of all in `styles/` (by name: their numbers order them), the icon, the notices of
 * packages that minifying has taken out, and the page that names them.
 *
 * @param {string} folder where the sources are
 * @returns {import('rollup').Plugin}
 */
export function dashboardPage(folder) {
  return {
    name: 'dashboard-page',
    generateBundle(_, bundle) {
      const sheets = readdirSync(join(folder, 'styles')).sort()
      const css = squeezed(sheets.map((sheet) => readFileSync(join(folder, 'styles', sheet), 'utf8')).join('\n'))
      const emit = (/** @type {string} */ name, /** @type {string | Buffer} */ source) => {
        const fileName = hashed(name, source)
        this.emitFile({ type: 'asset', fileName, source })
        return fileName
      }
      const main = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry)
      if (main?.type !== 'chunk') return this.error('The dashboard has no entry.')
      const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? Object.keys(file.modules) : []))
      // The budget weighs one file; whatever it imported at once would be asked for only when it is read.
      if (main.imports.length > 0) return this.error(`The dashboard's entry is in several parts: ${main.imports.join(', ')}`)
      const files = {
        script: main.fileName,
        style: emit('style.css', css),
        icon: emit('icon.svg', readFileSync(join(folder, 'icon.svg'))),
        notices: emit('third-party.txt', noticesOf(named(modules))),
      }
      this.emitFile({ type: 'asset', fileName: 'index.html', source: html(files) })
    },
  }
}
