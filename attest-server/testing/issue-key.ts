import type { IssuedKind, Tier } from '../stores/ports.js'
import type { TestServer } from './test-server.js'

/** A key of a project, the server's own where none is named. @throws where it has as many as it may */
export async function issueKey(server: TestServer, kind: IssuedKind, tier: Tier = 'free', owner = server.project.id): Promise<string> {
  const issued = await server.apiKeys.issue(owner, kind, 'a test', tier)
  if (!issued.ok) throw new Error(issued.error)
  return issued.value.secret
}
