import type { Context } from 'hono'
import { z } from 'zod'
import { encodedBody } from '../http/encoded-body.js'
import type { AppEnv } from '../http/env.js'
import { operation } from '../http/operation.js'
import type { Endpoint } from '../http/surface.js'
import type { PageFile } from './deps.js'

/** Nothing but the page's own files: no inline script or style, no eval, no frame around it, nowhere else to send anything. */
const POLICY = [
  ...["default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'none'", "connect-src 'self'"],
  ...["form-action 'none'", "frame-ancestors 'none'", "base-uri 'none'"],
].join('; ')
const OWN = { 'Cross-Origin-Resource-Policy': 'same-origin', 'Cross-Origin-Opener-Policy': 'same-origin' }
/** The name changes with the content. */
const FOR_EVER = 'public, max-age=31536000, immutable'
const INDEX = 'index.html'
const PREFIX = '/dashboard'

const headersOf = ({ type }: PageFile, cacheControl: string) => ({
  ...OWN,
  'Content-Type': type,
  'Content-Security-Policy': POLICY,
  'Cache-Control': cacheControl,
})

/** The page, at whatever address of its own somebody begins: it reads its place from there. @returns undefined for all that is not the page’s */
export function pageAt(files: readonly PageFile[]): (c: Context<AppEnv>) => Response | undefined {
  const index = files.find(({ name }) => name === INDEX)
  return (c) => {
    const { method, path } = c.req
    const isPages = path === PREFIX || (path.startsWith(`${PREFIX}/`) && !/^\/dashboard\/(?:api|assets)(?:\/|$)/.test(path))
    return index && isPages && (method === 'GET' || method === 'HEAD')
      ? new Response(index.body, { headers: headersOf(index, 'no-cache') })
      : undefined
  }
}

/** `GET /dashboard/assets/<name>-<hash>.js` */
export function pageAssetEndpoint(files: readonly PageFile[]): Endpoint {
  const byName = new Map(files.filter(({ name }) => name !== INDEX).map((file) => [file.name, file]))
  const GET = operation({
    id: 'dashboardAsset',
    summary: 'A file of the dashboard’s page.',
    security: 'none',
    params: z.object({ file: z.string().max(200) }),
    responses: {
      200: { description: 'The file.', type: ['text/javascript', 'text/css', 'image/svg+xml', 'text/plain'] },
      404: { description: 'No such file.' },
    },
    handle(c, { params }) {
      const file = byName.get(`assets/${params.file}`)
      return file ? encodedBody(c, file, { ...headersOf(file, FOR_EVER), Vary: 'Accept-Encoding' }) : { code: 'not-found' }
    },
  })
  return { path: `${PREFIX}/assets/:file`, GET }
}
