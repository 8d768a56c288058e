import type { FittedFamily } from './fitted-rows.js'

/** Written by `npm run calibrate`. Change the data or the plan (bench/calibrate), not the numbers. */
export const behaviourTable = {} as const satisfies Readonly<Record<string, FittedFamily>>
