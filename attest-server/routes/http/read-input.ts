import type { Context } from 'hono'
import { err, ok, type Result } from '../../../shared/result.js'
import { decodeUtf8, parseJson } from '../../core/parse-json.js'
import type { Rejection } from '../../core/rejection.js'
import type { AppEnv } from './env.js'
import { FORM_TYPES, JSON_TYPES, mediaType, readBody } from './read-body.js'

export type BodyType = 'json' | 'form' | 'multipart'

/** A form has a few fields; whoever sends more wants to fill the memory. */
const MOST_FIELDS = 64
const MULTIPART_TYPES = ['multipart/form-data'] as const

/** The media types of each kind of body; browsers send JSON as text where they must not ask first. */
export const mediaTypes: Readonly<Record<BodyType, readonly string[]>> = {
  json: JSON_TYPES,
  form: FORM_TYPES,
  multipart: MULTIPART_TYPES,
}

/** Names and values of a form as an object without a prototype; of a name that stands twice the first counts. Files are left aside. */
function objectOf(entries: Iterable<readonly [string, unknown]>): Result<unknown, Rejection> {
  const fields: Record<string, unknown> = Object.create(null) as Record<string, unknown>
  let left = MOST_FIELDS
  for (const [name, value] of entries) {
    if (left-- === 0) return err({ reason: 'field-unknown', field: 'form.too-many' })
    if (typeof value === 'string' && !Object.hasOwn(fields, name)) fields[name] = value
  }
  return ok(fields)
}

async function parseMultipart(c: Context<AppEnv>, bytes: Uint8Array): Promise<Result<unknown, Rejection>> {
  try {
    const headers = { 'Content-Type': c.req.header('content-type') ?? '' }
    const form = await new Response(bytes as Uint8Array<ArrayBuffer>, { headers }).formData()
    return objectOf(form.entries())
  } catch {
    return err({ reason: 'field-malformed', field: 'form.multipart' })
  }
}

async function parse(c: Context<AppEnv>, type: string, bytes: Uint8Array): Promise<Result<unknown, Rejection>> {
  if (mediaTypes.multipart.includes(type)) return parseMultipart(c, bytes)
  const text = decodeUtf8(bytes)
  if (!text.ok) return text
  return mediaTypes.form.includes(type) ? objectOf(new URLSearchParams(text.value)) : parseJson(text.value)
}

/** By the headers where they tell: asking for the stream would make a whole `Request` of what Node has read. */
function hasNoBody(c: Context<AppEnv>, type: string | undefined): boolean {
  const { method } = c.req
  if (method === 'GET' || method === 'HEAD' || c.req.header('content-length') === '0') return true
  return type === undefined && c.req.raw.body === null
}

/** What a body says, before any schema sees it; undefined where there is none. */
export async function readInput(c: Context<AppEnv>, types: readonly BodyType[], most: number): Promise<Result<unknown, Rejection>> {
  const header = c.req.header('content-type')
  if (hasNoBody(c, header)) return ok(undefined)
  const bytes = await readBody(
    c,
    types.flatMap((type) => mediaTypes[type]),
    most,
  )
  return bytes.ok ? parse(c, mediaType(header).type, bytes.value) : bytes
}
