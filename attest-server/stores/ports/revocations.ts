import type { EpochSeconds } from '../../../shared/units.js'

/** Under which what no project owns is revoked: signing keys. */
export const NO_PROJECT = ''
/** All projects together may revoke as much as so many of them alone: the list is read whole. Signing keys come on top. */
export const REVOKING_PROJECTS = 4

/** What is revoked, as the published list says it: digests, which name nobody. */
export interface Revocations {
  /**
   * Of one that is there already, the later end counts. Nothing that holds makes room for another.
   * @param digest see `revocationDigest`
   * @param projectId whose it is, or `NO_PROJECT`
   * @param share of what a project may have: where that much is there, this one is not taken. All of it, when left out.
   * @returns false when the project has as many as it may, or all projects together have.
   */
  add(projectId: string, digest: string, until: EpochSeconds, now: EpochSeconds, share?: number): Promise<boolean>
  /** Those that hold, of all projects, ascending. */
  list(now: EpochSeconds): Promise<readonly string[]>
}
