import { setFlagsFromString } from 'node:v8'

/**
 * The process collects its garbage when its heap has grown to 1.7 times what is in use, and not to four times. Under more load than it can answer, requests wait
 * long enough to be taken for what stays: the heap would grow to what the limit lets it. It takes a hundredth of the processor's time.
 */
export const collectEarly = (): void => setFlagsFromString('--heap-growing-percent=70')
