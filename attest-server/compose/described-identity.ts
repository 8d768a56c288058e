import type { EpochSeconds } from '../../shared/units.js'
import { createIdentify, type IdentifyDeps } from '../core/identity/identify.js'
import { createIdentityOfDescription, type IdentityOfDescription } from '../core/identity/identity-of-description.js'
import type { Stores } from '../stores/ports.js'

interface Parts extends IdentifyDeps {
  readonly stores: Pick<Stores, 'projects' | 'settings'>
  readonly clock: () => EpochSeconds
}

/** Who sent a request that somebody describes, or one that waits. @param issuer this server's public address */
export const describedIdentity = ({ stores, crawlers, agents, clock }: Parts, issuer: string): IdentityOfDescription =>
  createIdentityOfDescription({ ...stores, identify: createIdentify({ crawlers, agents }), authority: new URL(issuer).host, clock })
