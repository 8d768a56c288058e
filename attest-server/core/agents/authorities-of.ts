import { parseOrigin } from '../checks/origin.js'

/**
 * The authorities that are a project's own, as `@authority` has them (RFC 9421 §2.2.3), for `verifyAgent`. Words that stand for many origins
 * name none: a signature is always for one.
 */
export const authoritiesOf = (origins: readonly string[]): readonly string[] => origins.flatMap((origin) => parseOrigin(origin)?.host ?? [])
