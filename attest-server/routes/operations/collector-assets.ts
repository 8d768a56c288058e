import type { Context } from 'hono'
import type { AppEnv } from '../http/env.js'
import type { Endpoint } from '../http/mount.js'
import { problemResponse } from '../http/problem-response.js'
import { type Asset, encodings } from './asset.js'

/** Pages keep loading the plain names; a fix must reach them soon. */
const SHORT = 'public, max-age=300, stale-while-revalidate=3600'
/** The name changes with the content. */
const FOR_EVER = 'public, max-age=31536000, immutable'

/** Any origin may load these, also as a module, with integrity, and under cross-origin isolation. */
function headersOf(asset: Asset, cacheControl: string): Record<string, string> {
  return {
    'Content-Type': asset.type,
    'Cache-Control': cacheControl,
    'Access-Control-Allow-Origin': '*',
    'Timing-Allow-Origin': '*',
    Vary: 'Accept-Encoding',
    // Weak: the encodings differ in bytes, not in meaning.
    ETag: `W/"${asset.integrity.slice(7, 39)}"`,
  }
}

const accepts = (header: string, encoding: string): boolean =>
  header.split(',').some((part) => {
    const [name, quality = ''] = part.split(';').map((text) => text.trim())
    return name === encoding && !/^q=0(\.0*)?$/.test(quality)
  })

async function serve(c: Context<AppEnv>, asset: Asset, cacheControl: string): Promise<Response> {
  const headers = headersOf(asset, cacheControl)
  const known = (c.req.header('if-none-match') ?? '').split(',').map((tag) => tag.trim())
  if (known.includes(headers.ETag!) || known.includes('*')) return new Response(null, { status: 304, headers })
  const encoding = encodings.find((name) => accepts(c.req.header('accept-encoding') ?? '', name))
  if (encoding === undefined) return new Response(asset.body, { headers })
  return new Response(await asset.encoded(encoding), { headers: { ...headers, 'Content-Encoding': encoding } })
}

/** `GET /assets/integrity.json`: the address and the integrity value of each file. */
function integrityEndpoint(assets: readonly Asset[], issuer: string): Endpoint {
  const entries = assets.map(({ name, hashedName, integrity }) => [name, { url: `${issuer}/assets/${hashedName}`, integrity }])
  const body = JSON.stringify(Object.fromEntries(entries))
  const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'public, max-age=60', 'Access-Control-Allow-Origin': '*' }
  return { path: '/assets/integrity.json', GET: () => new Response(body, { headers }) }
}

/** The collector's files under their plain names, and under names that never change their content. */
export function assetEndpoints(assets: readonly Asset[], issuer: string): Endpoint[] {
  const hashed = new Map(assets.map((asset) => [asset.hashedName, asset]))
  return [
    ...assets.map((asset): Endpoint => ({ path: `/${asset.name}`, GET: (c) => serve(c, asset, SHORT) })),
    integrityEndpoint(assets, issuer),
    {
      path: '/assets/:file',
      GET(c) {
        const asset = hashed.get(c.req.param('file') ?? '')
        return asset ? serve(c, asset, FOR_EVER) : problemResponse('not-found')
      },
    },
  ]
}
