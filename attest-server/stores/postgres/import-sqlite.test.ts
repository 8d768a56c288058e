import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { verdict } from '../contract/support.js'
import type { Stores } from '../ports.js'
import { openDatabase } from '../sqlite/database.js'
import { openSqliteStores } from '../sqlite/open-sqlite-stores.js'
import { startPostgres, type TestPostgres } from '../testing/start-postgres.js'
import { type DatabaseUrl, parseDatabaseUrl } from './database-address.js'
import { importSqlite } from './import-sqlite.js'
import { importedTables } from './import-tables.js'
import { migrate } from './migrate.js'
import { openPostgresStores } from './open-postgres-stores.js'
import { readCertificates } from './read-certificates.js'

const NOW = 1_790_000_000
const root = mkdtempSync(join(tmpdir(), 'vouchsafe-import-'))
const folder = join(root, 'data')
let postgres: TestPostgres
let url: DatabaseUrl

function addressOf() {
  const address = readCertificates(url)
  if (!address.ok) throw new Error(address.error)
  return address.value
}

/** Something in every port; of what has an order, more than one. */
async function fill(stores: Stores): Promise<void> {
  const project = { name: 'Shop', origins: ['loopback'], enforce: true, noscript: false, createdAt: NOW }
  for (const id of ['b', 'a']) {
    await stores.projects.create(
      { ...project, id: `prj_${id}`, siteKey: `pk_${id}` },
      { projectId: `prj_${id}`, lookup: `lookup ${id}`, hash: `hash ${id}` },
    )
    await stores.apiKeys.add({
      ...{ id: `key_${id}`, projectId: 'prj_a', kind: 'afk', name: '', lookup: id, hash: '', tier: 'free' },
      createdAt: NOW,
    })
    const rule = {
      projectId: 'prj_a',
      name: id,
      expression: 'score < 3',
      action: 'block',
      isActive: true,
      order: 0,
      observeOnly: false,
    } as const
    await stores.rules.add({ ...rule, id: `rule_${id}`, createdAt: NOW, version: 1, updatedAt: NOW })
    await stores.signingKeys.succeed({ kid: id, alg: 'ES256', privateJwk: '{}', mac: 'bWFj', createdAt: NOW, activeFrom: NOW }, NOW + 99)
    await stores.verdicts.record({ ...verdict, projectId: 'prj_a', jti: `jti ${id}`, issuedAt: NOW + 0.25 }, NOW + 99)
    await stores.outbox.add({ id: `msg_${id}`, projectId: 'prj_a', url: 'https://shop.example', body: '{}', createdAt: NOW })
  }
  await stores.settings.change('prj_a', { threshold: 44 })
  await stores.accounts.create({ id: 'acc_a', name: 'ada', emailHash: 'hash', createdAt: NOW, plan: 'pro', until: NOW + 99 })
  await stores.accounts.adopt('acc_a', 'prj_a')
  await stores.exceptions.add('prj_a', { reference: 'AAAAA-AAAAA', subject: 'device:x', until: NOW + 99 })
  await stores.revocations.add('prj_a', 'digest', NOW + 99, NOW)
  await stores.texts.put('feed', 'ä \0 text', NOW)
  await stores.replays.claimOnce('claimed', 0, NOW + 99, 'holder')
  await stores.sessions.advance('prj_a', 'sess_1', { thumbprint: 'key', answer: 2.5 }, NOW)
  await stores.devices.meet('key', NOW, true)
  await stores.sketches.meet(
    'prj_a',
    { session: 'sess_1', thumbprint: undefined, bands: [1, 2, 3, 4, 5, 2 ** 32 - 1], body: 'body' },
    NOW + 99,
    NOW,
  )
  await stores.counters.take('name', 3, 10, 3600, NOW)
  const events = Array.from({ length: 2500 }, (_, i) => ({ requestId: `${i}`, body: `{"i":${i}}` }))
  await stores.inbox.append({ projectId: 'prj_a', session: undefined, freshSession: 'sess_1', idempotencyKey: 'again', events }, NOW)
  await stores.liveSessions.put('prj_a', 'sess_1', '{}', 0, NOW)
  await stores.labels.label('prj_a', 'sess_1', 'bot', NOW)
}

/** What a server would find. */
async function contentOf(stores: Stores) {
  const again = {
    projectId: 'prj_a',
    session: undefined,
    freshSession: 'new',
    idempotencyKey: 'again',
    events: [{ requestId: '7', body: '' }],
  }
  return {
    projects: await stores.projects.list(),
    secret: await stores.projects.secretByLookup('lookup a'),
    keys: await stores.apiKeys.list('prj_a'),
    rules: await stores.rules.list('prj_a'),
    signing: await stores.signingKeys.list(),
    verdict: await stores.verdicts.find('prj_a', 'jti a'),
    settings: await stores.settings.of('prj_a'),
    account: await stores.accounts.byEmailHash('hash'),
    owned: await stores.accounts.projectIds('acc_a'),
    exception: await stores.exceptions.find('prj_a', ['device:x'], NOW),
    revoked: await stores.revocations.list(NOW),
    claims: [await stores.replays.claimOnce('claimed', 0, 9e9), await stores.replays.claimOnce('claimed', 0, 9e9, 'holder')],
    session: await stores.sessions.advance('prj_a', 'sess_1', { thumbprint: 'key', answer: 0 }, NOW + 1),
    device: await stores.devices.recall('key', NOW + 1),
    sketch: await stores.sketches.recall('prj_a', { session: 'x', thumbprint: 'x', bands: [1, 9, 9, 9, 9, 9], body: '' }, NOW),
    counter: await stores.counters.read('name', 3600, NOW),
    live: await stores.liveSessions.get('prj_a', 'sess_1'),
    labels: await stores.labels.list('prj_a', 9),
    receipt: await stores.inbox.append(again, NOW + 1),
    events: (await stores.inbox.claim(9999, NOW, NOW + 9)).map(({ id: _, ...event }) => event),
    messages: (await stores.outbox.claim(9, NOW, NOW + 9)).map(({ id }) => id).sort(),
  }
}

async function opened(work: () => ReturnType<typeof openPostgresStores>): Promise<Stores> {
  const stores = await work()
  if (!stores.ok) throw new Error(stores.error)
  return stores.value
}
const source = () => opened(async () => openSqliteStores(folder))
const target = () => opened(() => openPostgresStores(url))

beforeAll(async () => {
  postgres = await startPostgres()
  const stores = await source()
  await fill(stores)
  await stores.close()
}, 30_000)
afterAll(async () => {
  await postgres.remove()
  rmSync(root, { recursive: true, force: true })
})
beforeEach(async () => {
  url = parseDatabaseUrl(await postgres.fresh())!
  await migrate(addressOf())
})

describe('importing an embedded store', { timeout: 30_000 }, () => {
  it('names every table of it but those that count, and the one that says how it is written', () => {
    const database = openDatabase(join(folder, 'vouchsafe.db'))
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").all()
    database.close()
    const names = tables.map(({ name }) => String(name)).filter((name) => !['counts', 'shares', 'formats'].includes(name))
    expect(names.sort()).toEqual(importedTables.map(({ name }) => name).sort())
  })

  it('brings all of it along, in its order, and what comes next counts on', async () => {
    const imported = await importSqlite(folder, addressOf(), false)
    expect(imported).toMatchObject({ ok: true, value: { projects: 2, inbox: 2500, inbox_seen: 2500, verdicts: 2 } })
    const [here, there] = [await source(), await target()]
    const content = await contentOf(there)
    expect(content).toEqual(await contentOf(here))
    expect([content.rules.map(({ name }) => name), content.events.length]).toEqual([['b', 'a'], 2500])
    await there.inbox.done([1])
    await there.erase('prj_a', 'sess_1')
    expect(await there.prune(NOW + 1)).toBe(0)
    await Promise.all([here.close(), there.close()])
  })

  it('copies nothing where it fails, and all of it when it is done again', async () => {
    const stores = await target()
    const refused = `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$;
      CREATE TRIGGER refuse BEFORE INSERT ON outbox EXECUTE FUNCTION refuse()`
    const at = postgres.url(String(url.options).replace('-c search_path=', ''))
    await postgres.query(at, refused)
    await expect(importSqlite(folder, addressOf(), false)).rejects.toThrow('not available')
    expect(await stores.projects.list()).toEqual([])
    await postgres.query(at, 'DROP TRIGGER refuse ON outbox')
    expect(await importSqlite(folder, addressOf(), false)).toMatchObject({ ok: true, value: { outbox: 2 } })
    await stores.close()
  })

  it('adds nothing twice', async () => {
    await importSqlite(folder, addressOf(), false)
    expect(await importSqlite(folder, addressOf(), false)).toEqual({ ok: false, error: expect.stringContaining('projects, secrets') })
    const again = await importSqlite(folder, addressOf(), true)
    expect(again.ok && new Set(Object.values(again.value))).toEqual(new Set([0]))
  })
})
