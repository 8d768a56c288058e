import type { Fault } from '../../core/fault.js'

/** Says a fault in the words of one surface. */
export type FaultResponse = (fault: Fault, requestId: string) => Response
