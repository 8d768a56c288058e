import { decodeBase64url, encodeBase64url } from '../../../../shared/base64url.js'

const FORMAT = 'deflate-raw'

async function through(bytes: Uint8Array, transform: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  const { readable, writable } = transform as unknown as { readable: ReadableStream<Uint8Array>; writable: WritableStream<Uint8Array> }
  const stream = new Blob([Uint8Array.from(bytes)]).stream().pipeThrough({ readable, writable })
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/** A session's JSON is digits: it becomes half as long. @returns letters that JSON takes as they are. */
export const compress = async (text: string): Promise<string> =>
  encodeBase64url(await through(new TextEncoder().encode(text), new CompressionStream(FORMAT)))

/** @returns undefined for what {@link compress} has not made. */
export async function decompress(letters: string): Promise<string | undefined> {
  const bytes = decodeBase64url(letters)
  if (!bytes.ok) return undefined
  try {
    return new TextDecoder().decode(await through(bytes.value, new DecompressionStream(FORMAT)))
  } catch {
    return undefined
  }
}
