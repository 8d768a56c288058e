import type { Project, Projects, StoredSecret } from '../ports.js'
import type { Columns, Database, Value } from './database.js'

function projectOf(columns: Columns): Project {
  const { id, name, site_key, origins, enforce, noscript, contact, created_at } = columns
  return {
    id: String(id),
    name: String(name),
    siteKey: String(site_key),
    origins: JSON.parse(String(origins)) as string[],
    enforce: enforce === 1,
    noscript: noscript === 1,
    ...(typeof contact === 'string' ? { contact } : {}),
    createdAt: Number(created_at),
  }
}

const valuesOf = ({ id, name, siteKey, origins, enforce, noscript, contact, createdAt }: Project): Value[] => [
  id,
  name,
  siteKey,
  JSON.stringify(origins),
  Number(enforce),
  Number(noscript),
  contact ?? null,
  createdAt,
]

const REPLACE_SECRET = `
  INSERT INTO secrets (project_id, lookup, hash) VALUES (?, ?, ?)
  ON CONFLICT (project_id) DO UPDATE SET lookup = excluded.lookup, hash = excluded.hash
`

export function createSqliteProjects(database: Database): Projects {
  const insert = database.prepare('INSERT INTO projects VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
  const update = database.prepare(
    'UPDATE projects SET name = ?, site_key = ?, origins = ?, enforce = ?, noscript = ?, contact = ? WHERE id = ?',
  )
  const bySiteKey = database.prepare('SELECT * FROM projects WHERE site_key = ?')
  const byId = database.prepare('SELECT * FROM projects WHERE id = ?')
  const list = database.prepare('SELECT * FROM projects ORDER BY created_at, rowid')
  const byLookup = database.prepare('SELECT project_id AS projectId, lookup, hash FROM secrets WHERE lookup = ?')
  const replaceSecret = database.prepare(REPLACE_SECRET)
  const one = (columns: Columns | undefined) => columns && projectOf(columns)
  const setSecret = ({ projectId, lookup, hash }: StoredSecret) => void replaceSecret.run(projectId, lookup, hash)

  return {
    create: async (project, secret) =>
      database.transact(() => {
        insert.run(...valuesOf(project))
        setSecret(secret)
      }),
    bySiteKey: async (siteKey) => one(bySiteKey.get(siteKey)),
    byId: async (id) => one(byId.get(id)),
    list: async () => list.all().map(projectOf),
    change: async (id, changes) =>
      database.transact(() => {
        const project = one(byId.get(id))
        if (!project) return undefined
        const next = { ...project, ...changes }
        const [, name, siteKey, origins, enforce, noscript, contact] = valuesOf(next)
        update.run(name!, siteKey!, origins!, enforce!, noscript!, contact ?? null, id)
        return next
      }),
    async secretByLookup(lookup) {
      const found = byLookup.get(lookup) as unknown as StoredSecret | undefined
      return found && { projectId: found.projectId, lookup: found.lookup, hash: found.hash }
    },
    replaceSecret: async (secret) => setSecret(secret),
  }
}
