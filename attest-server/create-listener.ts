import { constants } from 'node:crypto'
import { createServer as createPlainServer, type Server } from 'node:http'
import { createServer, type Server as SecureServer } from 'node:https'
import { getRequestListener } from '@hono/node-server'
import { err, ok, type Result } from '../shared/result.js'
import type { EpochSeconds, Ms } from '../shared/units.js'
import { type Admission, createAdmission, type Serve } from './admission.js'
import { type Drain, makeDrain } from './drain.js'
import { followCertificate } from './network/tls/own/follow-certificate.js'
import { FRONT_LIMITS, frontTls } from './network/tls/own/front-tls.js'
import { type Certificate, loadCertificate, type TlsPaths } from './network/tls/own/load-certificate.js'
import type { AppEnv } from './routes/http/env.js'
import type { Log } from './routes/http/log.js'

/** Our largest request has 4 MB, nearly all have 16 KB at most: whoever takes longer is holding a connection. */
const REQUEST_LIMIT: Ms = 30_000
const timeouts = { requestTimeout: REQUEST_LIMIT, headersTimeout: REQUEST_LIMIT }

/** What makes an answer of a request. */
export type Answer = (request: Request, env: AppEnv['Bindings']) => Response | Promise<Response>

/** What takes connections and makes requests of them. */
export interface Listener extends Drain, Pick<Admission, 'late'> {
  readonly server: Server | SecureServer
  readonly scheme: 'http' | 'https'
  /** Keeps up with what it needs while it runs. @returns what ends that */
  readonly follow: (log: Log, clock: () => EpochSeconds) => () => void
}

/** What takes a request of Node's and has it answered. */
function serveBy(answer: Answer): Serve {
  let waited: Ms = 0
  const fetch: Answer = (request, env) => answer(request, { ...env, waited })
  const listen = getRequestListener(fetch as Parameters<typeof getRequestListener>[0])
  return (incoming, outgoing, ms) => {
    // It calls `fetch` before it returns.
    waited = ms
    void listen(incoming, outgoing)
  }
}

function plainListener(answer: Answer): Listener {
  const { receive, watch, late } = createAdmission(serveBy(answer))
  const server = createPlainServer(timeouts, receive)
  watch(server)
  return { server, scheme: 'http', late, ...makeDrain(server), follow: () => () => undefined }
}

/** What Node is told of a certificate, each time anew. A client that negotiates again makes us calculate for nothing; browsers never do. */
const secured = ({ cert, key }: Certificate) => ({ cert, key, secureOptions: constants.SSL_OP_NO_RENEGOTIATION })

function tlsListener(answer: Answer, paths: TlsPaths, certificate: Certificate): Listener {
  const options = { ...timeouts, ...secured(certificate), handshakeTimeout: FRONT_LIMITS.time }
  const fetch: Answer = (request, env) => answer(request, { ...env, tls: env.incoming && front.seenOf(env.incoming.socket) })
  const { receive, watch, late } = createAdmission(serveBy(fetch))
  const server = createServer(options, receive)
  const front = frontTls(server)
  watch(server)
  const use = (renewed: Certificate) => server.setSecureContext(secured(renewed))
  return {
    server,
    scheme: 'https',
    late,
    ...makeDrain(server, front),
    follow: (log, clock) => followCertificate(paths, certificate, { use, log, clock }).stop,
  }
}

/** @param tls where this server ends TLS itself. @returns what is wrong with that in words */
export function createListener(answer: Answer, tls: TlsPaths | undefined): Result<Listener, string> {
  if (!tls) return ok(plainListener(answer))
  const certificate = loadCertificate(tls)
  return certificate.ok ? ok(tlsListener(answer, tls, certificate.value)) : err(certificate.error)
}
