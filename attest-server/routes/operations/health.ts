import type { Endpoint } from '../http/mount.js'
import { problemResponse } from '../http/problem-response.js'

/** `GET /healthz`: the process runs. */
export const healthEndpoint = (): Endpoint => ({ path: '/healthz', GET: (c) => c.json({ status: 'ok' }) })

export interface Readiness {
  /** Resolves when everything that a request needs answers. */
  check(): Promise<unknown>
  /** The server is about to stop: no new work, please. */
  isDraining(): boolean
}

/** `GET /readyz`: requests are welcome. */
export function readyEndpoint({ check, isDraining }: Readiness): Endpoint {
  return {
    path: '/readyz',
    async GET(c) {
      if (isDraining()) return problemResponse('unavailable', 'Stopping.')
      await check()
      return c.json({ status: 'ready' })
    },
  }
}
