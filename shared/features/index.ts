import type { Feature } from './feature.js'

/** Every behavioural feature. The order is the wire's order: append only. */
export const features: readonly Feature[] = []
