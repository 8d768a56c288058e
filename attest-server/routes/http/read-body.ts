import type { Context } from 'hono'
import { err, ok, type Result } from '../../../shared/result.js'
import type { Rejection } from '../../core/rejection.js'
import type { AppEnv } from './env.js'

export const JSON_TYPES = ['application/json', 'text/plain'] as const
export const FORM_TYPES = ['application/x-www-form-urlencoded'] as const

/** The media type in lower case, and whether its charset, if it names one, is UTF-8. */
export function mediaType(header: string | undefined): { readonly type: string; readonly isUtf8: boolean } {
  const [type = '', ...parameters] = (header ?? '').split(';').map((part) => part.trim().toLowerCase())
  const charsets = parameters.filter((parameter) => parameter.startsWith('charset='))
  return { type, isUtf8: charsets.every((charset) => /^charset="?utf-?8"?$/.test(charset)) }
}

/** Reads until the end or until there is too much, whichever comes first. */
async function readStream(stream: ReadableStream<Uint8Array>, most: number): Promise<Result<Uint8Array, Rejection>> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) {
    length += chunk.length
    if (length > most) return err({ reason: 'body-too-large', most })
    chunks.push(chunk)
  }
  const body = new Uint8Array(length)
  let offset = 0
  for (const chunk of chunks) {
    body.set(chunk, offset)
    offset += chunk.length
  }
  return ok(body)
}

/**
 * The body's bytes, when it says what it is and is not too large: the one check of size, and the first of all. With a `Content-Length` the server's HTTP parser holds the sender to
 * it; without one, the stream is cut off at the limit.
 * @param types media types that are welcome.
 * @param most bytes.
 */
export async function readBody(c: Context<AppEnv>, types: readonly string[], most: number): Promise<Result<Uint8Array, Rejection>> {
  const { type, isUtf8 } = mediaType(c.req.header('content-type'))
  const encoding = c.req.header('content-encoding') ?? 'identity'
  if (!types.includes(type) || !isUtf8 || encoding !== 'identity') return err({ reason: 'media-type', wanted: types })
  const length = c.req.header('content-length')
  if (length !== undefined && !(Number(length) <= most)) return err({ reason: 'body-too-large', most })
  try {
    if (length !== undefined && c.req.header('transfer-encoding') === undefined) return within(await c.req.arrayBuffer(), most)
    return c.req.raw.body ? await readStream(c.req.raw.body, most) : ok(new Uint8Array())
  } catch {
    return err({ reason: 'body-cut-off' })
  }
}

const within = (buffer: ArrayBuffer, most: number): Result<Uint8Array, Rejection> =>
  buffer.byteLength > most ? err({ reason: 'body-too-large', most }) : ok(new Uint8Array(buffer))
