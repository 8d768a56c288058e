import type { TcpProxy } from './tcp-proxy.js'

/** A process that keeps data for servers. */
export interface Part {
  readonly name: string
  /** As a machine that dies. */
  kill(): Promise<void>
  /** Again, with the same data, on the same port. Resolves when it answers. */
  start(): Promise<void>
  /** What servers reach it by, where it can be reached by one address. */
  readonly proxy?: TcpProxy
}
