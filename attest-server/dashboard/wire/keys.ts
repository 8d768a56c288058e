/**
 * Keys of a project.
 *
 * | under `/dashboard/api/projects/{project}` | |
 * |---|---|
 * | `GET /keys` | 200 `ApiKey[]`, oldest first, revoked ones too |
 * | `POST /keys` | `NewApiKey` → 201 `IssuedApiKey`; 409 as many as there may be |
 * | `DELETE /keys/{key}` | 204 |
 * | `POST /scoring` | `{}` → 200 `Scoring`: turns the sessions API on; a private key the first time only, and then the older one is worthless at once |
 * | `POST /scoring/rotate` | `{"type": "site" \| "private"}` → 200 `RotatedKey`: the old one is worthless at once; 409 before scoring is on |
 */
export type KeyKind = 'nobotspls' | 'detectip' | 'detection-lab' | 'yeb'

export interface ApiKey {
  readonly id: string
  readonly kind: KeyKind
  readonly name: string
  readonly tier: 'free' | 'pro'
  readonly created_at: string
  readonly revoked_at: string | null
  /** detectip: what stands in the page. */
  readonly public_key?: string
}

export interface NewApiKey {
  readonly kind: KeyKind
  readonly name?: string
}

export interface IssuedApiKey extends ApiKey {
  /** Shown once, kept nowhere. */
  readonly key: string
}

export interface Scoring {
  readonly site_key: string
  readonly private_key: string | null
}

export interface RotatedKey {
  readonly type: 'site' | 'private'
  readonly key: string
}
