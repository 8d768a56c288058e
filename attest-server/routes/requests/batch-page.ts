import { operation } from '../http/operation.js'
import type { Endpoint } from '../http/surface.js'
import { BATCH_HTML } from './page/html.js'
import { BATCH_SCRIPT } from './page/script.js'
import { BATCH_STYLE } from './page/style.js'

/** From this server alone, and to it. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

interface File {
  readonly id: string
  readonly path: string
  readonly summary: string
  readonly type: string
  readonly body: string
}

const files: readonly File[] = [
  { id: 'batchPage', path: '/batch', summary: 'A page that scores a list.', type: 'text/html', body: BATCH_HTML },
  { id: 'batchScript', path: '/batch/page.js', summary: 'What that page does.', type: 'text/javascript', body: BATCH_SCRIPT },
  { id: 'batchStyle', path: '/batch/page.css', summary: 'How that page looks.', type: 'text/css', body: BATCH_STYLE },
]

function endpointOf({ id, path, summary, type, body }: File): Endpoint {
  const headers = {
    'Content-Type': `${type}; charset=utf-8`,
    'Cache-Control': 'no-cache',
    ...(type === 'text/html' ? { 'Content-Security-Policy': POLICY } : {}),
  }
  const GET = operation({
    id,
    summary,
    security: 'none',
    responses: { 200: { description: 'The file.', type } },
    examples: [{ summary: 'the file', status: 200 }],
    handle: () => new Response(body, { headers }),
  })
  return { path, GET }
}

/** NBP-13. A page of its own, without a build and without anything from elsewhere. */
export const batchPageEndpoints = (): readonly Endpoint[] => files.map(endpointOf)
