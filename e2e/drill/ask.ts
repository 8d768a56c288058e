import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import { type IncomingHttpHeaders, request as plainly } from 'node:http'
import { request as securely } from 'node:https'
import { isIP } from 'node:net'

/** An address on the web, and where its name leads: looked up once, so that it cannot lead elsewhere after it was proved. */
export interface Place {
  readonly url: URL
  readonly addresses: readonly LookupAddress[]
}

/** Whether this is the machine itself, by the address alone: a name that leads here today may lead elsewhere in a moment (RFC 6761 §6.3). */
export const isLoopback = ({ hostname }: URL): boolean => /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname)

/** A URL, where the text is one. */
export const urlOf = (text: string, base?: URL): URL | undefined => (URL.canParse(text, base) ? new URL(text, base) : undefined)

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** As much as was asked for. */
  readonly body: string
  /** Who answered, of all that the name leads to. */
  readonly from: LookupAddress
}

/** For an answer to begin and to end, in ms. */
const PATIENCE = 10_000

/** @throws when there is no such host */
export async function locate(url: URL): Promise<Place> {
  return { url, addresses: await lookup(url.hostname.replace(/^\[|\]$/g, ''), { all: true }) }
}

/** One GET, of which at most `longest` bytes are read. Follows no redirect. On this machine any certificate will do. @throws when no answer comes in time */
export function ask({ url, addresses }: Place, longest: number, headers: Record<string, string> = {}): Promise<Answer> {
  const request = url.protocol === 'https:' ? securely : plainly
  return new Promise((resolve, reject) => {
    const lookup = pinned(addresses)
    const outgoing = request(url, {
      lookup,
      rejectUnauthorized: !isLoopback(url),
      headers: { 'user-agent': 'vouchsafe-drill', ...headers },
      signal: AbortSignal.timeout(PATIENCE),
    })
    outgoing.on('error', reject)
    outgoing.on('response', (answer) => {
      const chunks: Buffer[] = []
      let length = 0
      const { remoteAddress: address = '' } = answer.socket
      const { statusCode: status = 0, headers } = answer
      const done = () =>
        resolve({ status, headers, body: Buffer.concat(chunks).subarray(0, longest).toString(), from: { address, family: isIP(address) } })
      answer.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        length += chunk.length
        if (length < longest) return
        done()
        answer.destroy()
      })
      answer.on('end', done)
      answer.on('error', reject)
    })
    outgoing.end()
  })
}

type Found = (error: null, address: string | LookupAddress[], family?: number) => void

/** For Node's connections, which try one after the other: always the same answer. */
export const pinned =
  (addresses: readonly LookupAddress[]) =>
  (_: string, options: { all?: boolean | undefined }, found: Found): void => {
    const { address, family } = addresses[0]!
    if (options.all) found(null, [...addresses])
    else found(null, address, family)
  }
