import type { Ms } from '../../../shared/units.js'
import type { SeenTls } from '../../facts/fact.js'
import type { FaultResponse } from './fault-response.js'

/** What a Node server tells of a connection; absent in tests and on other runtimes. */
export interface Connection {
  readonly httpVersion: string
  readonly rawHeaders: readonly string[]
  readonly socket: { readonly remoteAddress?: string | undefined; readonly encrypted?: boolean | undefined }
}

/** What a request waited for before its turn came. */
export interface Wait {
  readonly ms: Ms
  /** Of that, what this process worked: where neighbours have the machine, a request waits for nothing of ours. */
  readonly work: Ms
}

/** Hono's types for this app. */
export interface AppEnv {
  Bindings: {
    readonly incoming?: Connection
    /** Its answer, in Node's words. */
    readonly outgoing?: { shouldKeepAlive: boolean }
    readonly tls?: SeenTls | undefined
    readonly wait?: Wait | undefined
  }
  Variables: {
    requestId: string
    /** The route's pattern: logs must not repeat what stands in an address. */
    route: string
    /** Why the request was turned away, for the log alone. */
    reason: string
    /** Of a summary that cannot be: what it breaks. For the log alone. */
    identity?: string
    /** The answer has all of its headers. */
    isWhole?: true
    /** The words of the surface whose endpoint was found. */
    faultResponse?: FaultResponse
  }
}
