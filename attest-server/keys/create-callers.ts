import type { Callers } from '../core/caller.js'
import type { Projects } from '../stores/ports.js'
import type { SecretKeys } from './secret-keys.js'

/** Whose secret or site key it is. Self-hosted, a project's own keys are not metered: `pro`. */
export function createCallers(secretKeys: SecretKeys, projects: Pick<Projects, 'bySiteKey'>): Callers {
  return {
    async owner(secret, kinds) {
      if (secret === undefined) return undefined
      if (kinds.includes('private')) {
        const projectId = await secretKeys.owner(secret)
        if (projectId !== undefined) return { projectId, keyId: projectId, kind: 'private', tier: 'pro' }
      }
      if (!kinds.includes('site')) return undefined
      const project = await projects.bySiteKey(secret)
      return project && { projectId: project.id, keyId: project.siteKey, kind: 'site', tier: 'pro' }
    },
  }
}
