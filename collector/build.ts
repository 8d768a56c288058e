/** Version of the collector; the build replaces the placeholder. Stands in every evidence. */
export const BUILD: string = '__VOUCHSAFE_BUILD__'

/** Subresource Integrity values of the bundles of the same build that are loaded when needed; the build replaces the placeholders. */
export const BIND_INTEGRITY: string = '__VOUCHSAFE_BIND_INTEGRITY__'
export const COMPAT_INTEGRITY: string = '__VOUCHSAFE_COMPAT_INTEGRITY__'
export const ENFORCE_INTEGRITY: string = '__VOUCHSAFE_ENFORCE_INTEGRITY__'
export const SENSES_INTEGRITY: string = '__VOUCHSAFE_SENSES_INTEGRITY__'
export const WORKER_INTEGRITY: string = '__VOUCHSAFE_WORKER_INTEGRITY__'

/** The worker file's own text: no second request, no hash that a newer server does not match, and a worker while the rest still loads. */
export const WORKER_SOURCE: string = '__VOUCHSAFE_WORKER_SOURCE__'
