import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import Libsql from 'libsql'
import { loadPage } from '../../attest-server/dashboard/load-page.js'
import { openSqliteStores } from '../../attest-server/stores/sqlite/open-sqlite-stores.js'
import { createDashboardServer, logIn } from '../../attest-server/testing/dashboard-client.js'
import { visit } from '../../attest-server/testing/visit.js'

export interface Dashboard {
  /** Fills the store up to so many verdicts of thirty days, and counts of each of their hours as full as they may be. */
  fill(verdicts: number): void
  /** Milliseconds until the answer is there, as JSON. @param path behind the project's */
  ask(method: string, path: string, body?: object): Promise<number>
  /** Of a verdict among all, somewhere in the middle. */
  someJti(): string
  /** Listens on a free port, with the page as it was built. */
  listen(): Promise<Served>
  close(): Promise<void>
}

export interface Served {
  readonly url: string
  /** Of whoever is logged in: `name=value`. */
  readonly cookie: string
  /** Lets time pass, so that no limit is met. */
  pass(): void
  close(): Promise<unknown>
}

/** The driver binds numbers as they are in JavaScript: with a fraction. */
const EACH = 'WITH RECURSIVE c(i) AS (SELECT cast(?1 AS INTEGER) UNION ALL SELECT i + 1 FROM c WHERE i + 1 < ?2)'
const SPAN = 30 * 86_400
const HOURS = 720
const BATCH = 20_000

/** One in twenty is blocked, and one in a hundred thousand is of a kind that a filter looks for. `?3` is now, `?4` how many seconds lie between two. */
const VERDICTS = `
  INSERT INTO verdicts (jti, project_id, reference, session, issued_at, until, record, action, kind, origin, page, network, country, tells)
  ${EACH} SELECT 'jti_' || i, 'prj_test', 'ref_' || i, 'sess_' || (i / 3), ?3 - cast(i * ?4 AS INTEGER), ?3 + 2592000,
    (SELECT record FROM verdicts ORDER BY rowid LIMIT 1), iif(i % 20 = 0, 'block', 'allow'),
    CASE WHEN i % 100000 = 500 THEN 'click-fraud' WHEN i % 20 = 0 THEN 'scraping' END,
    'https://shop.example', 'page-' || (i % 7), iif(i % 4 = 0, 'datacenter', 'residential'), 'DE',
    CASE WHEN i % 100000 = 500 THEN ' tell.webdriver tell.headless ' WHEN i % 20 = 0 THEN ' tell.headless http.user-agent-library http.client-hints ' END FROM c
`
const KEYS = { 'score.script': 99, tell: 60, page: 40, network: 30, kind: 9, action: 3, funnel: 3 } as const
const ROLLUPS = `INSERT OR REPLACE INTO rollups (project_id, hour, dimension, key, count)
  ${EACH} SELECT 'prj_test', (cast(?3 AS INTEGER) / 3600 - i / cast(?5 AS INTEGER)) * 3600, ?4, i % cast(?5 AS INTEGER), 10 FROM c`

/** A server without a socket over a store in `folder`, and somebody who is logged in. */
export async function openDashboard(folder: string): Promise<Dashboard> {
  const opened = openSqliteStores(folder)
  if (!opened.ok) throw new Error(opened.error)
  const server = await createDashboardServer({ stores: opened.value }, undefined, loadPage())
  const client = await logIn(server)
  const first = await visit(server)
  await first.attest(await first.body())
  const database = new Libsql(join(folder, 'vouchsafe.db'))
  database.exec('PRAGMA busy_timeout = 10000; PRAGMA synchronous = OFF')
  const now = Math.floor(server.now())
  let filled = 0
  return {
    fill(verdicts) {
      const insert = database.prepare(VERDICTS)
      for (let at = filled; at < verdicts; at += BATCH) insert.run(at, Math.min(at + BATCH, verdicts), now, SPAN / verdicts)
      filled = verdicts
      const hours = Math.min(HOURS, Math.ceil(verdicts / 40))
      for (const [dimension, keys] of Object.entries(KEYS)) database.prepare(ROLLUPS).run(0, hours * keys, now, dimension, keys)
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    },
    async ask(method, path, body) {
      // So that no limit is met, and nothing that is remembered for a second is.
      server.pass(2)
      const started = performance.now()
      const response = await client.ask(method, `/projects/${server.project.id}${path}`, body)
      await response.json()
      const took = performance.now() - started
      if (!response.ok) throw new Error(`${path}: ${response.status}`)
      return took
    },
    someJti: () => `jti_${Math.floor(filled / 2)}`,
    async listen() {
      const listening = serve({ fetch: server.app.fetch, hostname: '127.0.0.1', port: 0 })
      await once(listening, 'listening')
      const { port } = listening.address() as AddressInfo
      return {
        url: `http://127.0.0.1:${port}`,
        cookie: client.cookie,
        pass: () => server.pass(60),
        close: () => new Promise((resolve) => listening.close(resolve)),
      }
    },
    async close() {
      database.close()
      await opened.value.close()
    },
  }
}
