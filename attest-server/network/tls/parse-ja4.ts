export interface Ja4 {
  readonly transport: 'tcp' | 'quic' | 'dtls'
  /** Hash of the cipher suites. */
  readonly ciphers: string
  /** Hash of the extensions and signature algorithms. */
  readonly extensions: string
  readonly text: string
}

const SHAPE = /^([tqd])(?:1[0-3]|s[23]|d[1-3]|00)[di]\d{4}[0-9A-Za-z]{2}_([0-9a-f]{12})_([0-9a-f]{12})$/
const transports: Readonly<Record<string, Ja4['transport']>> = { t: 'tcp', q: 'quic', d: 'dtls' }

/** @returns undefined for what is no JA4: a header that a proxy left empty, filled otherwise, or a visitor wrote. */
export function parseJa4(text: string | undefined): Ja4 | undefined {
  const match = text !== undefined && text.length === 36 ? SHAPE.exec(text) : null
  const transport = transports[match?.[1] ?? '']
  if (!match || !transport) return undefined
  return { transport, ciphers: match[2]!, extensions: match[3]!, text: match[0] }
}
