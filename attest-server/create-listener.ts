import { constants } from 'node:crypto'
import { createServer as createPlainServer, type Server } from 'node:http'
import { createServer, type Server as SecureServer } from 'node:https'
import { getRequestListener } from '@hono/node-server'
import { err, ok, type Result } from '../shared/result.js'
import type { EpochSeconds, Ms } from '../shared/units.js'
import { type Admission, createAdmission } from './admission.js'
import { type Drain, makeDrain } from './drain.js'
import { followCertificate } from './network/tls/own/follow-certificate.js'
import { FRONT_LIMITS, frontTls, type TlsFront } from './network/tls/own/front-tls.js'
import { type Certificate, loadCertificate, type TlsPaths } from './network/tls/own/load-certificate.js'
import type { AppEnv } from './routes/http/env.js'
import type { Log } from './routes/http/log.js'

/** Our largest request has 4 MB, nearly all have 16 KB at most: whoever takes longer is holding a connection. */
const REQUEST_LIMIT: Ms = 30_000
const timeouts = { requestTimeout: REQUEST_LIMIT, headersTimeout: REQUEST_LIMIT }

/** What makes an answer of a request. */
export type Answer = (request: Request, env: AppEnv['Bindings']) => Response | Promise<Response>

/** What takes connections and makes requests of them. */
export interface Listener extends Pick<Drain, 'leave' | 'drain'>, Pick<Admission, 'longestWait' | 'gone'> {
  readonly server: Server | SecureServer
  readonly scheme: 'http' | 'https'
  /** Keeps up with what it needs while it runs. @returns what ends that */
  readonly follow: (log: Log, clock: () => EpochSeconds) => () => void
}

/** What has requests answered when it is their turn. @param isLeaving whether each answer is to end its connection */
function admissionTo(answer: Answer, isLeaving: () => boolean): Admission {
  const endIfLeaving = (outgoing: { shouldKeepAlive: boolean }) => {
    if (isLeaving()) outgoing.shouldKeepAlive = false
  }
  async function answerInTurn(request: Request, env: AppEnv['Bindings']): Promise<Response> {
    try {
      return await answer(request, { ...env, wait: env.incoming && admission.waitOf(env.incoming) })
    } finally {
      if (env.outgoing) endIfLeaving(env.outgoing)
    }
  }
  const listen = getRequestListener(answerInTurn as Parameters<typeof getRequestListener>[0])
  const admission = createAdmission((incoming, outgoing) => {
    // For what is refused before it is a request.
    endIfLeaving(outgoing)
    void listen(incoming, outgoing)
  })
  return admission
}

/** Has a server answer, from here on. @param front what stands before its connections, where it ends TLS */
function putToWork(server: Server | SecureServer, answer: Answer, front?: TlsFront): Omit<Listener, 'server' | 'scheme' | 'follow'> {
  const { admit, longestWait, gone, ...holds } = admissionTo(answer, () => isLeaving())
  const { leave, drain, isLeaving } = makeDrain(server, holds, front)
  admit(server)
  return { longestWait, gone, leave, drain }
}

function plainListener(answer: Answer): Listener {
  const server = createPlainServer(timeouts)
  return { server, scheme: 'http', ...putToWork(server, answer), follow: () => () => undefined }
}

/** What Node is told of a certificate, each time anew. A client that negotiates again makes us calculate for nothing; browsers never do. */
const secured = ({ cert, key }: Certificate) => ({ cert, key, secureOptions: constants.SSL_OP_NO_RENEGOTIATION })

function tlsListener(answer: Answer, paths: TlsPaths, certificate: Certificate): Listener {
  const server = createServer({ ...timeouts, ...secured(certificate), handshakeTimeout: FRONT_LIMITS.time })
  const front = frontTls(server)
  const fetch: Answer = (request, env) => answer(request, { ...env, tls: env.incoming && front.seenOf(env.incoming.socket) })
  const use = (renewed: Certificate) => server.setSecureContext(secured(renewed))
  return {
    server,
    scheme: 'https',
    ...putToWork(server, fetch, front),
    follow: (log, clock) => followCertificate(paths, certificate, { use, log, clock }).stop,
  }
}

/** @param tls where this server ends TLS itself. @returns what is wrong with that in words */
export function createListener(answer: Answer, tls: TlsPaths | undefined): Result<Listener, string> {
  if (!tls) return ok(plainListener(answer))
  const certificate = loadCertificate(tls)
  return certificate.ok ? ok(tlsListener(answer, tls, certificate.value)) : err(certificate.error)
}
