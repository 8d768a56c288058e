import { contradictions } from './contradictions.js'
import { drivers } from './drivers.js'
import type { PostedTell } from './posted-tell.js'

/** Everything that is read from a posted fingerprint. */
export const postedTells: readonly PostedTell[] = [...drivers, ...contradictions]

/** Whether the device says that it has no touch screen at all: then what presses is a mouse. Says nothing for or against anybody. */
export const NO_TOUCH = 'tell.posted-touchless'
/** Whether it is a phone or a tablet: what moves is then a finger, whatever the events are called. Says nothing by itself, either. */
export const MOBILE = 'tell.posted-mobile'
