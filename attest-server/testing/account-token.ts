import type { Tier } from '../stores/ports.js'
import type { TestServer } from './test-server.js'

/** Of a new account that owns the server's project, unless another does. */
export async function accountToken({ stores, apiKeys, project, now }: TestServer, plan: Tier = 'free', name = 'Owner'): Promise<string> {
  const id = `acc_${name}`
  await stores.accounts.create({ id, name, emailHash: name, createdAt: now(), plan })
  await stores.accounts.adopt(id, project.id)
  const issued = await apiKeys.issue(id, 'account', '', plan)
  if (!issued.ok) throw new Error(issued.error)
  return issued.value.secret
}
