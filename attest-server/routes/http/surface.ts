import type { z } from 'zod'
import type { FaultResponse } from './fault-response.js'
import type { Operation } from './operation.js'

export const methods = ['GET', 'POST', 'PUT', 'DELETE'] as const
export type Method = (typeof methods)[number]

/** One address and what it answers. */
export interface Endpoint extends Partial<Readonly<Record<Method, Operation>>> {
  /** `/v1/verdicts/:name` */
  readonly path: string
  /** Scripts of other origins may call it with more than a simple request. */
  readonly preflight?: true
}

/** Endpoints that speak one language. */
export interface Surface {
  /** For the document's readers. */
  readonly name: string
  readonly summary: string
  /** What else begins so is this surface's too: its addresses that are not found, and what goes wrong on the way. Without a slash at the end. */
  readonly prefixes: readonly string[]
  readonly endpoints: readonly Endpoint[]
  readonly faultResponse: FaultResponse
  /** The body of those answers. */
  readonly faultSchema: z.ZodType
}
