import type {
  Account,
  ApiKey,
  ClaimedEvent,
  ClaimedMessage,
  Credential,
  Delivery,
  Exception,
  LiveSession,
  RollupHour,
  RollupTotal,
  StoredKey,
} from './ports.js'

/** A row by the names of its columns, which are the same in all databases. */
export type Columns = Readonly<Record<string, unknown>>

export const accountOf = ({ id, name, email_hash, created_at, plan, until }: Columns): Account => ({
  id: String(id),
  name: String(name),
  emailHash: String(email_hash),
  createdAt: Number(created_at),
  plan: plan as Account['plan'],
  ...(until === null ? {} : { until: Number(until) }),
})

export const apiKeyOf = ({ id, project_id, kind, name, lookup, hash, tier, created_at, revoked_at }: Columns): ApiKey => ({
  id: String(id),
  projectId: String(project_id),
  kind: kind as ApiKey['kind'],
  name: String(name),
  lookup: String(lookup),
  hash: String(hash),
  tier: tier as ApiKey['tier'],
  createdAt: Number(created_at),
  ...(revoked_at === null ? {} : { revokedAt: Number(revoked_at) }),
})

export const credentialOf = ({ kind, id, account_id, body, until }: Columns): Credential => ({
  kind: kind as Credential['kind'],
  id: String(id),
  accountId: String(account_id),
  body: String(body),
  ...(until === null ? {} : { until: Number(until) }),
})

/** Of a message that waits, `due_at` says when it is tried again. */
export const deliveryOf = ({ outcome, tried_at, due_at, ...message }: Columns): Delivery => ({
  ...messageOf(message),
  outcome: outcome === null ? undefined : String(outcome),
  triedAt: tried_at === null ? undefined : Number(tried_at),
  nextAt: due_at === null ? undefined : Number(due_at),
})

export const eventOf = ({ id, project_id, session, request_id, body, received_at, attempts }: Columns): ClaimedEvent => ({
  id: Number(id),
  projectId: String(project_id),
  session: String(session),
  requestId: String(request_id),
  body: String(body),
  receivedAt: Number(received_at),
  attempts: Number(attempts),
})

export const exceptionOf = ({ reference, subject, until }: Columns): Exception => ({
  reference: String(reference),
  subject: String(subject),
  until: Number(until),
})

export const liveSessionOf = ({ state, rev, touched_at }: Columns): LiveSession => ({
  state: String(state),
  rev: Number(rev),
  touchedAt: Number(touched_at),
})

export const messageOf = ({ id, project_id, session, url, body, created_at, attempts }: Columns): ClaimedMessage => ({
  id: String(id),
  projectId: String(project_id),
  ...(session === null ? {} : { session: String(session) }),
  url: String(url),
  body: String(body),
  createdAt: Number(created_at),
  attempts: Number(attempts),
})

export const signingKeyOf = ({ kid, alg, private_jwk, mac, created_at, active_from, retires_at }: Columns): StoredKey => ({
  kid: String(kid),
  alg: alg as StoredKey['alg'],
  privateJwk: String(private_jwk),
  mac: String(mac),
  createdAt: Number(created_at),
  activeFrom: Number(active_from),
  ...(retires_at === null ? {} : { retiresAt: Number(retires_at) }),
})

export const rollupHourOf = ({ hour, key, count }: Columns): RollupHour => ({ hour: Number(hour), key: String(key), count: Number(count) })

export const rollupTotalOf = ({ dimension, key, count }: Columns): RollupTotal => ({
  dimension: String(dimension),
  key: String(key),
  count: Number(count),
})
