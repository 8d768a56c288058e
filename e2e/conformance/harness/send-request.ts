import { type IncomingMessage, request as plain } from 'node:http'
import { request as secure } from 'node:https'

/** A request as it goes over the wire: no header is added but those that HTTP demands. */
export interface Sent {
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON, with its content type. */
  readonly json?: unknown
  /** Sent as it is. */
  readonly text?: string
  readonly query?: Readonly<Record<string, string>>
}

export interface Answer {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
  /** Undefined where the body is no JSON. */
  readonly json: unknown
}

/** More than any answer of the five APIs has: the export of all crawlers is the longest. */
const LONGEST_ANSWER = 16 * 1024 * 1024

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function textOf(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > LONGEST_ANSWER) throw new Error(`the answer is longer than ${LONGEST_ANSWER} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** The address with its query. */
export function addressOf(origin: string, path: string, query: Readonly<Record<string, string>> = {}): URL {
  const url = new URL(path, origin)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return url
}

function responseTo(url: URL, method: string, sent: Sent, signal: AbortSignal): Promise<IncomingMessage> {
  const body = sent.json === undefined ? sent.text : JSON.stringify(sent.json)
  const type = sent.json === undefined ? {} : { 'content-type': 'application/json' }
  const length = body === undefined ? {} : { 'content-length': `${Buffer.byteLength(body)}` }
  // Over a connection of its own: a server that restarts, or closes one that idles, must not look like one that fails.
  const options = { method, headers: { ...type, ...length, ...sent.headers }, agent: false, signal }
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? secure : plain)(url, options, resolve)
    request.once('error', reject)
    request.end(body)
  })
}

/** @param within ms, for the whole answer @throws when there is none by then */
export async function sendRequest(url: URL, method: string, sent: Sent, within: number): Promise<Answer> {
  const signal = AbortSignal.timeout(within)
  try {
    const response = await responseTo(url, method, sent, signal)
    const text = await textOf(response)
    const headers = Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, String(value)]))
    return { status: response.statusCode ?? 0, headers, text, json: parsed(text) }
  } catch (error) {
    const why = signal.aborted ? `no answer within ${within} ms` : error instanceof Error ? error.message : String(error)
    throw new Error(`${method} ${url.pathname}: ${why}`)
  }
}
