import { createApiKeys } from '../keys/api-keys.js'
import { createSecretKeys } from '../keys/secret-keys.js'
import type { IssuedKind, Tier } from '../stores/ports.js'
import type { TestServer } from './test-server.js'

const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length))

/** A key of a project, the server's own where none is named. @throws where it has as many as it may */
export async function issueKey(server: TestServer, kind: IssuedKind, tier: Tier = 'free', owner = server.project.id): Promise<string> {
  const secretKeys = createSecretKeys(server.stores.projects, random)
  const issued = await createApiKeys(server.stores.apiKeys, secretKeys, random, server.now).issue(owner, kind, 'a test', tier)
  if (!issued.ok) throw new Error(issued.error)
  return issued.value.secret
}
