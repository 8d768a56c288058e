import type { IssuedKind } from '../../stores/ports.js'

/** The APIs that a project's owner makes keys for, and what their keys are called inside. */
export const apiKinds = { nobotspls: 'afk', detectip: 'live', 'detection-lab': 'detlab', yeb: 'yeb' } as const satisfies Readonly<
  Record<string, IssuedKind>
>
export type ApiName = keyof typeof apiKinds
export const apiNames = Object.keys(apiKinds) as readonly ApiName[] as readonly [ApiName, ...ApiName[]]

/** @returns undefined for a kind that is not made here: the private key is the project's own, tokens are their account's. */
export const apiOf = (kind: string): ApiName | undefined => apiNames.find((name) => apiKinds[name] === kind)
