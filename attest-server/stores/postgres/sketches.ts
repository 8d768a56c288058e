import { type MetSketch, MOST_LOOKED_AT, MOST_MET, type Sketch, type Sketches } from '../ports.js'
import type { Columns, Database, Value } from './database.js'
import { recallSketches } from './sketch-queries.js'

const RECALL = `
  SELECT session AS met_session, thumbprint AS met_thumbprint, body AS met_body FROM (${recallSketches(MOST_LOOKED_AT, MOST_MET)}) AS met
`
const MEET = `SELECT * FROM meet_sketch(${Array.from({ length: 12 }, (_, i) => `$${i + 1}`).join(', ')})`

const metOf = ({ met_session, met_thumbprint, met_body }: Columns): MetSketch => ({
  session: String(met_session),
  thumbprint: met_thumbprint === null ? undefined : String(met_thumbprint),
  body: String(met_body),
})

const valuesOf = (projectId: string, { session, thumbprint, bands }: Sketch, now: number): readonly Value[] => [
  projectId,
  session,
  thumbprint ?? null,
  now,
  ...bands,
]

export const createPostgresSketches = (database: Database): Sketches => ({
  recall: async (projectId, sketch, now) => (await database.all(RECALL, ...valuesOf(projectId, sketch, now))).map(metOf),
  meet: async (projectId, sketch, until, now) =>
    (await database.all(MEET, ...valuesOf(projectId, sketch, now), until, sketch.body)).map(metOf),
})
