import { createDashboardServer, type DashboardClient, logIn } from './dashboard-client.js'
import type { TestServer } from './test-server.js'
import { visit } from './visit.js'

export interface VisitedDashboard {
  readonly server: TestServer
  /** Of whoever owns the server's project. */
  readonly client: DashboardClient
  /** Where the project is, behind `/dashboard/api`. */
  readonly at: string
  /** Of both verdicts, the newest first. */
  readonly jtis: readonly string[]
}

/** A dashboard with something to show: two visits, one that is honest and one by a library. */
export async function visitedDashboard(): Promise<VisitedDashboard> {
  const server = await createDashboardServer()
  const client = await logIn(server)
  for (const headers of [{}, { 'user-agent': 'python-requests/2.32.3' }]) {
    const one = await visit(server)
    const response = await one.attest(await one.body(), headers)
    if (!response.ok) throw new Error(await response.text())
  }
  const recent = await server.stores.verdicts.recent(server.project.id, 9)
  return { server, client, at: `/projects/${server.project.id}`, jtis: recent.map(({ jti }) => jti) }
}
