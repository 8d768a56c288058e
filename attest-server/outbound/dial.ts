import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { err, ok, type Result } from '../../shared/result.js'
import type { ConnectPlan } from '../core/outbound/connect-plan.js'
import type { Dial, DialFault, OutboundMessage, OutboundResponse } from '../core/outbound/ports.js'

export interface DialOptions {
  /** Names whoever asks, and where to read about it. */
  readonly userAgent: string
  /** Certificates, PEM, that are trusted in place of the public ones: for hosts inside a company. */
  readonly ca?: string
}

type Answer = Result<OutboundResponse, DialFault>

function headersOf({ headers }: IncomingMessage): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  )
}

/** Whether there is nothing to read: of an answer that is not 2xx, only the status is wanted, and encoded bytes are not those that the limit counts. */
function unread({ statusCode = 0 }: IncomingMessage, headers: ReadonlyMap<string, string>): Answer | undefined {
  if (statusCode < 200 || statusCode > 299) return ok({ status: statusCode, headers, body: new Uint8Array(0) })
  return ['', 'identity'].includes(headers.get('content-encoding')?.toLowerCase() ?? '') ? undefined : err('response-encoded')
}

/** Reads a body up to the limit. `done` may be told more than once: the first counts. */
function read(response: IncomingMessage, limit: number, done: (answer: Answer) => void): void {
  const headers = headersOf(response)
  const early = unread(response, headers)
  if (early) done(early)
  const chunks: Buffer[] = []
  let length = 0
  response.on('data', (chunk: Buffer) => {
    length += chunk.length
    if (length > limit) done(err('response-too-large'))
    else chunks.push(chunk)
  })
  response.on('end', () =>
    done(response.complete ? ok({ status: response.statusCode ?? 0, headers, body: Buffer.concat(chunks) }) : err('unreachable')),
  )
  response.on('error', () => done(err('unreachable')))
}

/**
 * The address is given as the host to connect to, so that nothing is left to resolve; the name goes into SNI, the certificate's check and `Host`.
 * Node follows no redirects and knows no cookies; `agent: false` is a connection of its own.
 */
function open(plan: ConnectPlan, { method, headers, body }: OutboundMessage, { userAgent, ca }: DialOptions) {
  const { pathname, search, host } = new URL(plan.url)
  const options = {
    host: plan.address,
    family: plan.family,
    port: plan.port,
    path: pathname + search,
    method,
    agent: false,
    maxHeaderSize: 16_384,
    headers: {
      ...headers,
      ...(body === undefined ? {} : { 'content-length': String(body.byteLength) }),
      host,
      'accept-encoding': 'identity',
      'user-agent': userAgent,
      connection: 'close',
    },
  } as const
  return plan.secure ? requestHttps({ ...options, servername: plan.host, ...(ca === undefined ? {} : { ca }) }) : requestHttp(options)
}

/** Dials with Node. See `Dial`, whose promises it keeps. */
export const createDial =
  (options: DialOptions): Dial =>
  (plan, message, limits) =>
    new Promise<Answer>((resolve) => {
      const request = open(plan, message, options)
      const timer = setTimeout(() => done(err('timed-out')), limits.time)
      // Whatever comes first is the answer; the connection is of no use after it.
      function done(answer: Answer): void {
        clearTimeout(timer)
        resolve(answer)
        request.destroy()
      }
      request.on('response', (response) => read(response, limits.bytes, done))
      request.on('error', () => done(err('unreachable')))
      request.end(message.body)
    })
