import type { Project, Projects, StoredSecret } from '../ports.js'

export function createMemoryProjects(): Projects {
  const projects = new Map<string, Project>()
  const secrets = new Map<string, StoredSecret>()
  const find = (test: (project: Project) => boolean) => [...projects.values()].find(test)
  return {
    async create(project, secret) {
      projects.set(project.id, project)
      secrets.set(project.id, secret)
    },
    bySiteKey: async (key) => find(({ siteKey }) => siteKey === key),
    byId: async (id) => projects.get(id),
    list: async () => [...projects.values()],
    async change(id, changes) {
      const project = projects.get(id)
      if (!project) return undefined
      const next = { ...project, ...changes }
      projects.set(id, next)
      return next
    },
    secretByLookup: async (lookup) => [...secrets.values()].find((secret) => secret.lookup === lookup),
    async replaceSecret(secret) {
      secrets.set(secret.projectId, secret)
    },
  }
}
