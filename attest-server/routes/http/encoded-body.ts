import type { Context } from 'hono'
import type { AppEnv } from './env.js'

/** How a file may be sent, the smallest first. */
const encodings = ['br', 'gzip'] as const
export type Encoding = (typeof encodings)[number]

/** A file that browsers load. */
export interface Encodable {
  readonly body: Uint8Array<ArrayBuffer>
  /** Compressed once, when first asked for. */
  encoded(encoding: Encoding): Promise<Uint8Array<ArrayBuffer>>
}

const accepts = (header: string, encoding: Encoding): boolean =>
  header.split(',').some((part) => {
    const [name, quality = ''] = part.split(';').map((text) => text.trim())
    return name === encoding && !/^q=0(\.0*)?$/.test(quality)
  })

/** A file in the smallest form that whoever asks can read. @param headers what is said of it besides, `Vary: Accept-Encoding` among it */
export async function encodedBody(c: Context<AppEnv>, file: Encodable, headers: Readonly<Record<string, string>>): Promise<Response> {
  const encoding = encodings.find((name) => accepts(c.req.header('accept-encoding') ?? '', name))
  if (encoding === undefined) return new Response(file.body, { headers })
  return new Response(await file.encoded(encoding), { headers: { ...headers, 'Content-Encoding': encoding } })
}
