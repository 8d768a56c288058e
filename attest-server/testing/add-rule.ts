import type { StoredRule } from '../stores/ports.js'
import type { TestServer } from './test-server.js'

/** Saves a rule as it is, whatever it does. @returns its id, which is its name as well. */
export async function addRule(
  { stores, project, now }: TestServer,
  expression: string,
  action: StoredRule['action'],
  changes: Partial<StoredRule> = {},
): Promise<string> {
  const id = `rule_${(await stores.rules.list(project.id)).length}`
  const at = now()
  const stored = { id, projectId: project.id, name: id, expression, action, isActive: true, order: 0, observeOnly: false }
  await stores.rules.add({ ...stored, createdAt: at, updatedAt: at, version: 1, ...changes })
  return id
}
