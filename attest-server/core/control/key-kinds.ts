import type { IssuedKind } from '../../stores/ports.js'

/** The APIs that a project's owner makes keys for, and what their keys are called inside. */
export const apiKinds = { nobotspls: 'afk', detectip: 'live', 'detection-lab': 'detlab', yeb: 'yeb' } as const satisfies Readonly<
  Record<string, IssuedKind>
>
export type ApiName = keyof typeof apiKinds
export const apiNames = Object.keys(apiKinds) as readonly ApiName[] as readonly [ApiName, ...ApiName[]]

/** @returns undefined for a kind that is not made here: the private key is the project's own, tokens are their account's. */
export const apiOf = (kind: string): ApiName | undefined => apiNames.find((name) => apiKinds[name] === kind)

const SITE = 'pk_'
const LIVE = 'pk_live_'

/** The site key as detectip's clients write it: the public half of a `live` key. */
export const livePublicKey = (siteKey: string): string => `${LIVE}${siteKey.slice(SITE.length)}`

/** The site key that a client of detectip means. A key of ours may begin with `pk_live_` by itself: who asks tries both. */
export const siteKeyOfLive = (key: string): string => (key.startsWith(LIVE) ? `${SITE}${key.slice(LIVE.length)}` : key)
