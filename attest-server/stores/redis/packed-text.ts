import { decodeBase64url, encodeBase64url } from '../../../shared/base64url.js'

/** What the first byte says of the rest. */
const [BYTES, TEXT] = [0, 1]

/** Text as it is kept where there is much of it: base64url, as thumbprints are, as the bytes that it stands for, which are a quarter less. */
export function pack(text: string): Buffer {
  const bytes = decodeBase64url(text)
  return bytes.ok ? Buffer.from([BYTES, ...bytes.value]) : Buffer.concat([Buffer.from([TEXT]), Buffer.from(text)])
}

export const unpack = (packed: Buffer): string =>
  packed[0] === BYTES ? encodeBase64url(packed.subarray(1)) : packed.subarray(1).toString()
