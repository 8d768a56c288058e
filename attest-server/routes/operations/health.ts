import { z } from 'zod'
import { operation } from '../http/operation.js'
import type { Endpoint } from '../http/surface.js'

/** `GET /healthz`: the process runs. */
export function healthEndpoint(): Endpoint {
  const GET = operation({
    id: 'isAlive',
    summary: 'The process runs.',
    security: 'none',
    responses: { 200: { description: 'It does.', schema: z.object({ status: z.literal('ok') }) } },
    examples: [{ summary: 'alive', status: 200, response: { status: 'ok' } }],
    handle: (c) => c.json({ status: 'ok' }),
  })
  return { path: '/healthz', GET }
}

export interface Readiness {
  /** Resolves when everything that a request needs answers. */
  check(): Promise<unknown>
  /** The server is about to stop: no new work, please. */
  isDraining(): boolean
}

/** `GET /readyz`: requests are welcome. */
export function readyEndpoint({ check, isDraining }: Readiness): Endpoint {
  const GET = operation({
    id: 'isReady',
    summary: 'Requests are welcome.',
    security: 'none',
    responses: {
      200: { description: 'They are.', schema: z.object({ status: z.literal('ready') }) },
      503: { description: 'The store does not answer, or the server is about to stop.' },
    },
    examples: [{ summary: 'ready', status: 200, response: { status: 'ready' } }],
    async handle(c) {
      if (isDraining()) return { code: 'unavailable', detail: 'Stopping.' }
      await check()
      return c.json({ status: 'ready' })
    },
  })
  return { path: '/readyz', GET }
}
