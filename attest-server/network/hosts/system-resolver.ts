import type { Resolver } from './host-finder.js'

/** What is used of `node:dns`'s `promises.Resolver`. */
export interface DnsQueries {
  reverse(address: string): Promise<string[]>
  resolve4(name: string): Promise<string[]>
  resolve6(name: string): Promise<string[]>
}

/** c-ares's words for "there is no such record", of which one can be sure. */
const none: ReadonlySet<unknown> = new Set(['ENOTFOUND', 'ENODATA'])

async function records(query: Promise<string[]>): Promise<string[]> {
  try {
    return await query
  } catch (error) {
    if (none.has((error as { code?: unknown }).code)) return []
    throw error
  }
}

/** Asks the system's name servers. `/etc/hosts` has no say. */
export function createSystemResolver(dns: DnsQueries): Resolver {
  return {
    reverse: (address) => records(dns.reverse(address)),
    async forward(name) {
      const [v4, v6] = await Promise.allSettled([records(dns.resolve4(name)), records(dns.resolve6(name))])
      const found = [v4, v6].flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
      // One version may fail where the other answers; without any address, the failure stands.
      const failed = [v4, v6].find((answer) => answer.status === 'rejected')
      if (found.length === 0 && failed) throw failed.reason
      return found
    },
  }
}
