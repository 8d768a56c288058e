import type { Project, Projects, StoredSecret } from '../ports.js'
import type { Columns, Database, Queries } from './database.js'

const projectOf = ({ id, name, site_key, origins, enforce, noscript, contact, created_at }: Columns): Project => ({
  id: String(id),
  name: String(name),
  siteKey: String(site_key),
  origins: JSON.parse(String(origins)) as string[],
  enforce: enforce === true,
  noscript: noscript === true,
  ...(typeof contact === 'string' ? { contact } : {}),
  createdAt: Number(created_at),
})

const valuesOf = ({ id, name, siteKey, origins, enforce, noscript, contact }: Project) =>
  [id, name, siteKey, JSON.stringify(origins), enforce, noscript, contact ?? null] as const

const one = (columns: Columns | undefined) => columns && projectOf(columns)

const INSERT = `
  INSERT INTO projects (id, name, site_key, origins, enforce, noscript, contact, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
`
const UPDATE = 'UPDATE projects SET name = $2, site_key = $3, origins = $4, enforce = $5, noscript = $6, contact = $7 WHERE id = $1'
const REPLACE_SECRET = `
  INSERT INTO secrets (project_id, lookup, hash) VALUES ($1, $2, $3)
  ON CONFLICT (project_id) DO UPDATE SET lookup = excluded.lookup, hash = excluded.hash
`

const setSecret = async (queries: Queries, { projectId, lookup, hash }: StoredSecret): Promise<void> =>
  void (await queries.run(REPLACE_SECRET, projectId, lookup, hash))

export const createPostgresProjects = (database: Database): Projects => ({
  create: (project, secret) =>
    database.transact(async (queries) => {
      await queries.run(INSERT, ...valuesOf(project), project.createdAt)
      await setSecret(queries, secret)
    }),
  bySiteKey: async (siteKey) => one(await database.get('SELECT * FROM projects WHERE site_key = $1', siteKey)),
  byId: async (id) => one(await database.get('SELECT * FROM projects WHERE id = $1', id)),
  list: async () => (await database.all('SELECT * FROM projects ORDER BY created_at, position')).map(projectOf),
  change: (id, changes) =>
    database.transact(async (queries) => {
      const project = one(await queries.get('SELECT * FROM projects WHERE id = $1 FOR UPDATE', id))
      if (!project) return undefined
      const next = { ...project, ...changes }
      await queries.run(UPDATE, ...valuesOf(next))
      return next
    }),
  async secretByLookup(lookup) {
    const found = await database.get('SELECT project_id, lookup, hash FROM secrets WHERE lookup = $1', lookup)
    return found && { projectId: String(found.project_id), lookup: String(found.lookup), hash: String(found.hash) }
  },
  replaceSecret: (secret) => setSecret(database, secret),
})
