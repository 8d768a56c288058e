import type { DemoDeps } from './demo-deps.js'

const TIME_LIMIT = 3000

/**
 * Asks the attest-server why a verdict was so. Only a backend can: it holds the secret key.
 *
 * @param id of a verdict, or its reference
 * @returns undefined without a key, and where the server does not say
 */
export function createAskWhy({ config, fetch }: Pick<DemoDeps, 'config' | 'fetch'>): (id: string) => Promise<unknown> {
  const { attestUrl, secretKey } = config
  return async (id) => {
    if (!secretKey) return undefined
    try {
      const response = await fetch(`${attestUrl}/v1/verdicts/${encodeURIComponent(id)}`, {
        headers: { authorization: `Bearer ${secretKey}` },
        signal: AbortSignal.timeout(TIME_LIMIT),
      })
      return response.ok ? await response.json() : undefined
    } catch {
      return undefined
    }
  }
}
