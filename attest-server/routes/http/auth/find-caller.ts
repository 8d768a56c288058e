import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Caller, Callers } from '../../../core/caller.js'
import type { AppEnv } from '../env.js'
import type { Place, Security } from './security.js'

/** Ours have at most 64 letters. */
const LONGEST_KEY = 256
const BEARER = /^Bearer +(\S+)$/i

/** The body as an object, once it is asked for; undefined where it is none. */
export type LazyBody = () => Promise<unknown>

const own = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined

/** A promise only where a body has to be read. */
function keyIn(place: Place, c: Context<AppEnv>, body: LazyBody): unknown {
  switch (place.in) {
    case 'bearer':
      return BEARER.exec(c.req.header('authorization') ?? '')?.[1]
    case 'header':
      return c.req.header(place.name)
    case 'query':
      return c.req.query(place.name)
    case 'cookie': {
      const value = getCookie(c, place.name)
      return value?.startsWith(place.begins) ? value : undefined
    }
    case 'body':
      return body().then((value) => own(value, place.name))
  }
}

/** The first key in the places of a surface, and whose it is. A body is read only where no place before it holds a key. */
export async function findCaller(c: Context<AppEnv>, security: Security, callers: Callers, body: LazyBody): Promise<Caller | undefined> {
  for (const place of security.places) {
    const found = keyIn(place, c, body)
    const key = found instanceof Promise ? await found : found
    if (typeof key !== 'string' || key === '') continue
    return key.length > LONGEST_KEY ? undefined : callers.owner(key, security.kinds)
  }
  return undefined
}
