import type { AddressInfo, Server } from 'node:net'
import { err, ok, type Result } from '../shared/result.js'

/** Where to listen, and the settings that say so. */
export interface Place {
  readonly host: string
  /** 0: any free one. */
  readonly port: number
  readonly names: { readonly host: string; readonly port: string }
}

const wildcards: ReadonlySet<string> = new Set(['0.0.0.0', '::'])

/** @returns an address by which this machine reaches what listens there. */
export function urlOf(scheme: 'http' | 'https', host: string, port: number): string {
  const reachable = wildcards.has(host) ? '127.0.0.1' : host
  return `${scheme}://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`
}

const faults: Readonly<Record<string, (names: Place['names']) => string>> = {
  EADDRINUSE: ({ port }) => `is in use. Stop what listens there, or set ${port} to another port (0: any free one).`,
  EACCES: ({ port }) => `needs more rights than this user has. Set ${port} to one above 1023.`,
  EADDRNOTAVAIL: ({ host }) => `cannot be listened on: ${host} is not an address of this machine.`,
  ENOTFOUND: ({ host }) => `cannot be listened on: ${host} is not known.`,
}

/** @returns the port, or what is wrong in words. */
export function listen(server: Server, { host, port, names }: Place): Promise<Result<number, string>> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const fault = faults[error.code ?? '']?.(names) ?? `cannot be listened on (${error.code}).`
      resolve(err(`Port ${port} on ${host} ${fault}`))
    })
    server.listen({ host, port, exclusive: true }, () => resolve(ok((server.address() as AddressInfo).port)))
  })
}
