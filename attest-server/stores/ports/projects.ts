import type { EpochSeconds } from '../../../shared/units.js'

export interface Project {
  /** `prj_…`; never changes. Its owner's programs know it, no page ever does. */
  readonly id: string
  /** For people; two projects may share it. */
  readonly name: string
  /** `pk_…` */
  readonly siteKey: string
  /** Exact origins such as `https://shop.example`, and the word `loopback` for every loopback origin. */
  readonly origins: readonly string[]
  /** Whether pages may show the challenge and block screens. */
  readonly enforce: boolean
  /** Whether visitors without JavaScript may use the signed form. */
  readonly noscript: boolean
  /** `mailto:` or `https:`, for people who need help. */
  readonly contact?: string
  readonly createdAt: EpochSeconds
}

export type ProjectChanges = Partial<Pick<Project, 'name' | 'siteKey' | 'origins' | 'enforce' | 'noscript' | 'contact'>>

/** How a secret key is kept: found by its lookup part, proved by argon2id. */
export interface StoredSecret {
  readonly projectId: string
  readonly lookup: string
  /** PHC string. */
  readonly hash: string
}

export interface Projects {
  create(project: Project, secret: StoredSecret): Promise<void>
  bySiteKey(siteKey: string): Promise<Project | undefined>
  byId(id: string): Promise<Project | undefined>
  /** Oldest first. */
  list(): Promise<readonly Project[]>
  /** @returns the project afterwards; undefined when there is none. */
  change(id: string, changes: ProjectChanges): Promise<Project | undefined>
  secretByLookup(lookup: string): Promise<StoredSecret | undefined>
  /** The old secret is worthless at once. */
  replaceSecret(secret: StoredSecret): Promise<void>
}
