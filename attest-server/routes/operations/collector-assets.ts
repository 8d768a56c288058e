import type { Context } from 'hono'
import { z } from 'zod'
import { encodedBody } from '../http/encoded-body.js'
import type { AppEnv } from '../http/env.js'
import { hasTag } from '../http/has-tag.js'
import { operation } from '../http/operation.js'
import type { Endpoint } from '../http/surface.js'
import type { Asset } from './asset.js'

/** Pages keep loading the plain names; a fix must reach them soon. */
const SHORT = 'public, max-age=300, stale-while-revalidate=3600'
/** The name changes with the content. */
const FOR_EVER = 'public, max-age=31536000, immutable'
const UNCHANGED = { description: 'What `If-None-Match` names is what there is.' }

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

function serve(c: Context<AppEnv>, asset: Asset, cacheControl: string): Response | Promise<Response> {
  const headers = headersOf(asset, cacheControl)
  if (hasTag(c, headers.ETag!)) return new Response(null, { status: 304, headers })
  return encodedBody(c, asset, headers)
}

/** `GET /assets/integrity.json`: the address and the integrity value of each file. */
function integrityEndpoint(assets: readonly Asset[], issuer: string): Endpoint {
  const entries = assets.map(({ name, hashedName, integrity }) => [name, { url: `${issuer}/assets/${hashedName}`, integrity }])
  const body = JSON.stringify(Object.fromEntries(entries))
  const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'public, max-age=60', 'Access-Control-Allow-Origin': '*' }
  const GET = operation({
    id: 'assetIntegrity',
    summary: 'Where each file of the collector is, and its integrity value.',
    security: 'none',
    responses: { 200: { description: 'By name.', schema: z.record(z.string(), z.object({ url: z.string(), integrity: z.string() })) } },
    examples: [{ summary: 'all files', status: 200 }],
    handle: () => new Response(body, { headers }),
  })
  return { path: '/assets/integrity.json', GET }
}

/** `GET /collector.js` and the like. */
function plainEndpoint(asset: Asset): Endpoint {
  const GET = operation({
    id: `asset_${asset.name.replace(/\W/g, '_')}`,
    summary: `The collector’s ${asset.name}, cached for a short time.`,
    security: 'none',
    responses: { 200: { description: 'The script.', type: asset.type }, 304: UNCHANGED },
    examples: [{ summary: 'the script', status: 200 }],
    handle: (c) => serve(c, asset, SHORT),
  })
  return { path: `/${asset.name}`, GET }
}

/** `GET /assets/<name>.<hash>.js` */
function hashedEndpoint(assets: readonly Asset[]): Endpoint {
  const hashed = new Map(assets.map((asset) => [asset.hashedName, asset]))
  const GET = operation({
    id: 'hashedAsset',
    summary: 'A file of the collector under a name that never changes its content.',
    security: 'none',
    params: z.object({ file: z.string() }),
    responses: {
      200: { description: 'The script.', type: 'text/javascript; charset=utf-8' },
      304: UNCHANGED,
      404: { description: 'No such file.' },
    },
    examples: [{ summary: 'one that is not there', params: { file: 'collector.none.js' }, status: 404 }],
    handle(c, { params: { file } }) {
      const asset = hashed.get(file)
      return asset ? serve(c, asset, FOR_EVER) : { code: 'not-found' }
    },
  })
  return { path: '/assets/:file', GET }
}

/** The collector's files under their plain names, and under names that never change their content. */
export function assetEndpoints(assets: readonly Asset[], issuer: string): Endpoint[] {
  return [...assets.map(plainEndpoint), integrityEndpoint(assets, issuer), hashedEndpoint(assets)]
}
