import type { Context } from 'hono'
import type { z } from 'zod'
import type { Caller } from '../../core/caller.js'
import type { Fault } from '../../core/fault.js'
import type { SecurityName } from './auth/security.js'
import type { AppEnv } from './env.js'
import type { LimitName } from './limit/limits.js'
import type { BodyType } from './read-input.js'

/** What a handler is told of a request: all of it checked before. */
export interface Input<Query, Params, Body, Who> {
  readonly query: Query
  readonly params: Params
  readonly body: Body
  readonly caller: Who
}

/** JSON with what every answer says, and headers of its own: made in one go, for what is asked for often. */
export interface Reply {
  readonly json: unknown
  /** 200 where this is left out. */
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
}

/** A fault is answered in the words of the surface. */
export type Answer = Response | Reply | Fault

export interface ResponseDoc {
  readonly description: string
  readonly schema?: z.ZodType
  /** Of the body, or those that it comes in; JSON where it has a schema and this is left out. The schema is that of the JSON among them. */
  readonly type?: string | readonly string[]
}

/** A request that works, and what comes back. Every one is executed by a test; the words of `samples.ts` stand for what is issued. */
export interface Example {
  readonly summary: string
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
  /** How the body is sent: JSON where this is left out. */
  readonly as?: BodyType
  readonly status: number
  readonly response?: unknown
}

/** One method of one address: the schemas that validate are the ones that document. */
export interface Operation<
  Query extends z.ZodType = z.ZodType,
  Params extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Security extends SecurityName | 'none' = SecurityName | 'none',
> {
  /** In camelCase; the `operationId`. */
  readonly id: string
  readonly summary: string
  readonly security: Security
  readonly query?: Query
  readonly params?: Params
  readonly body?: Body
  /** JSON where this is left out. */
  readonly bodyTypes?: readonly BodyType[]
  /** Of the body, in bytes; 16 KB where this is left out. */
  readonly most?: number
  /** Which line of `limits.ts` holds. Without one there is never a 429. */
  readonly limit?: LimitName
  /** Why a request is refused before anybody asks who calls, and before it counts. */
  admit?(c: Context<AppEnv>): Fault | undefined
  /** What a request counts: 1 where this is left out. */
  cost?(input: Checked<Query, Params, Body, Security>): number
  readonly responses: Readonly<Record<number, ResponseDoc>>
  readonly examples?: readonly Example[]
  /** A handler that reads its body by itself, with a parser that is stricter than a schema: `body` then only documents. */
  readonly reads?: 'itself'
  /** What is answered in place of a fault, whatever fails, the look at the key among it. */
  failOpen?(c: Context<AppEnv>, error: unknown): Reply
  handle(c: Context<AppEnv>, input: Checked<Query, Params, Body, Security>): Answer | Promise<Answer>
}

type Checked<Query extends z.ZodType, Params extends z.ZodType, Body extends z.ZodType, Security> = Input<
  z.output<Query>,
  z.output<Params>,
  z.output<Body>,
  Security extends 'none' ? undefined : Security extends `${string}?` ? Caller | undefined : Caller
>

/** Lets the types of `handle` follow from the schemas. */
export function operation<
  Query extends z.ZodType,
  Params extends z.ZodType,
  Body extends z.ZodType,
  Security extends SecurityName | 'none',
>(given: Operation<Query, Params, Body, Security>): Operation {
  return given as unknown as Operation
}
