import { z } from 'zod'
import { operation } from '../http/operation.js'
import type { Endpoint, Surface } from '../http/surface.js'
import { type Info, openApiDocument } from './document.js'

const headers = {
  'Content-Type': 'application/json',
  'Cache-Control': 'public, max-age=300',
  'Access-Control-Allow-Origin': '*',
}

/** `GET /openapi.json`: made when it is first asked for, and then kept. */
export function specEndpoint(surfaces: () => readonly Surface[], info: Info): Endpoint {
  let text: string | undefined
  const GET = operation({
    id: 'openApi',
    summary: 'This description: OpenAPI 3.1.',
    security: 'none',
    responses: { 200: { description: 'The document.', schema: z.looseObject({ openapi: z.string() }) } },
    examples: [{ summary: 'the document', status: 200 }],
    handle() {
      text ??= JSON.stringify(openApiDocument(surfaces(), info))
      return new Response(text, { headers })
    },
  })
  return { path: '/openapi.json', GET }
}
