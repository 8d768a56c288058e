import { siteKeyOfLive } from '../../shared/wire/live-key.js'
import type { Caller, Callers } from '../core/caller.js'
import type { Projects } from '../stores/ports.js'
import type { ApiKeys } from './api-keys.js'

/**
 * Whose key it is, secret or public. A site key only adds signals, and self-hosted nobody meters it: `pro`.
 * @param ofLogin whose session of the dashboard a token is; left out where there is none.
 */
export function createCallers(
  apiKeys: ApiKeys,
  projects: Pick<Projects, 'bySiteKey'>,
  ofLogin?: (token: string) => Promise<Caller | undefined>,
): Callers {
  return {
    async owner(key, kinds) {
      if (kinds.includes('dashboard')) return key === undefined ? undefined : ofLogin?.(key)
      const secrets = kinds.filter((kind) => kind !== 'site' && kind !== 'dashboard')
      const caller = await apiKeys.owner(key, secrets)
      if (caller || key === undefined || secrets.length === kinds.length) return caller
      const live = siteKeyOfLive(key)
      const project = (await projects.bySiteKey(key)) ?? (live === undefined ? undefined : await projects.bySiteKey(live))
      return project && { projectId: project.id, keyId: project.siteKey, kind: 'site', tier: 'pro' }
    },
  }
}
