import { Resolver } from 'node:dns/promises'
import type { ResolveHost } from '../core/outbound/ports.js'

/**
 * Asks the DNS itself, not the operating system: `/etc/hosts` and search domains, which name what is near, are left out.
 * @param servers `address` or `address:port`; those of the machine where there are none.
 */
export function createResolveHost(servers: readonly string[] = []): ResolveHost {
  const resolver = new Resolver({ timeout: 1000, tries: 2 })
  if (servers.length > 0) resolver.setServers(servers)
  return async (host) => {
    // A dot at the end: a full name, to which nothing is appended.
    const asked = await Promise.allSettled([resolver.resolve4(`${host}.`), resolver.resolve6(`${host}.`)])
    return asked.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
  }
}
