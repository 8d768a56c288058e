import { type IncomingHttpHeaders, request } from 'node:http'

export interface PlainAnswer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** A request with exactly these headers: what a program sends that is no browser. */
export function send(method: 'GET' | 'POST', url: string, headers: Record<string, string>, body = ''): Promise<PlainAnswer> {
  return new Promise((resolve, reject) => {
    const length = method === 'POST' ? { 'Content-Length': String(Buffer.byteLength(body)) } : {}
    const outgoing = request(url, { method, headers: { ...headers, ...length } }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk: string) => {
        text += chunk
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }))
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}
