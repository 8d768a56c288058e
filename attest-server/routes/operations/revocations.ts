import { REVOCATIONS_PATH } from '../../../shared/wire/revocations.js'
import { hasTag } from '../http/has-tag.js'
import { operation } from '../http/operation.js'
import type { Endpoint } from '../http/surface.js'

/** How long caches may keep the list: little, for whoever revokes waits for it. */
const SECONDS = 5
const TYPE = 'application/jwt'

/** `GET /.well-known/vouchsafe-revocations`: public, for everyone who verifies. @param signed the list as a compact JWS */
export function revocationsEndpoint(signed: () => Promise<string>): Endpoint {
  const headersOf = (list: string) => ({
    'Content-Type': TYPE,
    'Cache-Control': `public, max-age=${SECONDS}`,
    'Access-Control-Allow-Origin': '*',
    // Of two lists, the signatures differ.
    ETag: `"${list.slice(-32)}"`,
  })
  const GET = operation({
    id: 'revocations',
    summary: 'What is revoked among verdicts that may still be good: a JWT, signed as they are.',
    security: 'none',
    responses: {
      200: { description: 'The list, as `docs/verdict.md` says it.', type: TYPE },
      304: { description: 'What `If-None-Match` names is what there is.' },
    },
    examples: [{ summary: 'the list', status: 200 }],
    async handle(c) {
      const list = await signed()
      const headers = headersOf(list)
      return hasTag(c, headers.ETag) ? new Response(null, { status: 304, headers }) : new Response(list, { headers })
    },
  })
  return { path: REVOCATIONS_PATH, GET }
}
