import { z } from 'zod'
import { operation } from '../http/operation.js'
import type { Endpoint } from '../http/surface.js'
import type { DocsFile } from './docs-file.js'

/** The page loads from this server alone; the viewer draws its icons from data. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Vouchsafe: the API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/docs/swagger-ui.css">
<div id="page"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</html>
`

/**
 * No validator of others: the page works offline. What is tried goes to where the page was opened, which the policy lets through, and
 * not to the server's public address, which may be another one.
 */
const START = `const dark = matchMedia('(prefers-color-scheme: dark)')
const follow = () => document.documentElement.classList.toggle('dark-mode', dark.matches)
dark.addEventListener('change', follow)
follow()
SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#page',
  deepLinking: true,
  validatorUrl: null,
  requestInterceptor(request) {
    const { pathname, search } = new URL(request.url, location.href)
    request.url = location.origin + pathname + search
    return request
  },
})
`

const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': POLICY }

function pageEndpoint(): Endpoint {
  const GET = operation({
    id: 'docs',
    summary: 'This description as a page to try it on.',
    security: 'none',
    responses: { 200: { description: 'The page.', type: 'text/html' } },
    examples: [{ summary: 'the page', status: 200 }],
    handle: () => new Response(PAGE, { headers }),
  })
  return { path: '/docs', GET }
}

function filesEndpoint(files: readonly DocsFile[]): Endpoint {
  const start: DocsFile = { name: 'start.js', type: 'text/javascript', body: new TextEncoder().encode(START) }
  const byName = new Map([...files, start].map((file) => [file.name, file]))
  const GET = operation({
    id: 'docsFile',
    summary: 'What the page is made of.',
    security: 'none',
    params: z.object({ file: z.string() }),
    responses: {
      200: { description: 'The file.', type: ['text/javascript', 'text/css'] },
      404: { description: 'No such file.' },
    },
    examples: [
      { summary: 'how it starts', params: { file: 'start.js' }, status: 200 },
      { summary: 'one that is not there', params: { file: 'none.js' }, status: 404 },
    ],
    handle(_, { params }) {
      const file = byName.get(params.file)
      if (!file) return { code: 'not-found' }
      return new Response(file.body, { headers: { 'Content-Type': file.type, 'Cache-Control': 'public, max-age=3600' } })
    },
  })
  return { path: '/docs/:file', GET }
}

/** `GET /docs`, where the build has put the viewer; nothing where it has not. */
export function docsEndpoints(files: readonly DocsFile[]): Endpoint[] {
  return files.length === 0 ? [] : [pageEndpoint(), filesEndpoint(files)]
}
