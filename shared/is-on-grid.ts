import type { Ms } from './units.js'

/** What is left of rounding to whole µs, over a few steps. */
const NEAR: Ms = 0.003

/** @returns whether a time, or the time between two, is a multiple of the step of a clock */
export const isOnGrid = (t: Ms, step: Ms): boolean => Math.abs(t - Math.round(t / step) * step) < NEAR
