import type { Points } from './gesture.js'

/** Room for points that is filled again and again. */
export type PointBuffer = { -readonly [K in keyof Points]: Points[K] }

/** @param size the most points */
export const createPoints = (size: number): PointBuffer => ({ n: 0, x: new Float64Array(size), y: new Float64Array(size) })
